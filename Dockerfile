# The packaged program in a container. First: npm run package. How to run it: Extension/Program/Container.md.
FROM gcr.io/distroless/nodejs22-debian12:nonroot
COPY dist/package /app
# Reports without --out go here: mount a folder to keep them.
WORKDIR /reports
# It listens on the loopback address only, so the container shares the host's network.
HEALTHCHECK CMD ["/nodejs/bin/node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/nodejs/bin/node", "/app/main.js"]
CMD ["start", "--no-open"]
