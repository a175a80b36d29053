import express, { type Express, type RequestHandler } from "express";
import { localPortalOutput } from "../../build/outputs";
import { batchEndpoint, type AnswerBatch } from "./batchEndpoint";
import { listenOnLoopback, ownHostOnly } from "./loopback";
import { framePage, shellPage, type Page } from "./pages";
import { createSecret, isSecret } from "./secret";

/** Values for the shell's page, by name; none may be empty. */
export type PageSettings = Readonly<Record<string, string>>;

export interface PortalServersOptions {
  /** 0: any port that is free. */
  readonly port: number;
  /** Asked for whenever the page is loaded. */
  readonly settings: () => Promise<PageSettings>;
  readonly answerBatch: AnswerBatch;
  /**
   * Whether the page is for those only who have its address from the terminal. Without this every program and user of the machine
   * may load it, and so have the secret that calls need.
   */
  readonly isPrivate: boolean;
}

export interface PortalServers {
  /** Address of the shell's page, up to the hash. */
  readonly pageUrl: string;
  close(): Promise<void>;
}

/** The shell's page with the endpoint for its calls, and an origin of its own for view frames. Needs the bundle of `npm run build`. */
export async function startPortalServers(options: PortalServersOptions): Promise<PortalServers> {
  const { port, settings, answerBatch, isPrivate } = options;
  const secret = createSecret();
  // Each server's pages name the other's address, so the pages are made when both are known.
  let shellOrigin = "";
  let frameOrigin = "";
  const frameApp = pageServer(
    () => frameOrigin,
    () => Promise.resolve(framePage(shellOrigin)),
  );
  const shellApp = pageServer(
    () => shellOrigin,
    async () => shellPage({ frameOrigin, secret, ...(await settings()) }),
    isPrivate ? withKeyOnly(secret) : undefined,
  );
  shellApp.post(
    "/api/batch",
    express.text({ type: "application/json", limit: "16mb" }),
    batchEndpoint({ shellOrigin: () => shellOrigin, secret, answer: answerBatch }),
  );
  const shell = await listenOnLoopback(shellApp, port);
  shellOrigin = shell.origin;
  const frame = await listenOnLoopback(frameApp, 0);
  frameOrigin = frame.origin;
  return {
    pageUrl: `${shellOrigin}/${isPrivate ? `?key=${secret}` : ""}`,
    close: async () => {
      await Promise.all([shell.close(), frame.close()]);
    },
  };
}

function withKeyOnly(secret: string): RequestHandler {
  return (request, response, next) => {
    if (isSecret(request.query.key, secret)) {
      next();
    } else {
      response.status(403).type("text/plain").send("Open the address that the local portal has printed.");
    }
  };
}

function pageServer(
  origin: () => string,
  page: () => Promise<Page>,
  guard: RequestHandler = (_request, _response, next) => next(),
): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(ownHostOnly(origin));
  app.use("/assets", express.static(localPortalOutput, { fallthrough: false }));
  app.get("/", guard, async (_request, response) => {
    const { html, headers } = await page();
    response.set(headers).send(html);
  });
  return app;
}
