import type { Configuration } from "@rspack/core";
import express from "express";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { localPortalConfig } from "../../../Extension/build/localPortal.config";
import { localPortalOutput, portalOutput, root } from "../../../Extension/build/outputs";
import { listenOnLoopback } from "../../../Extension/LocalPortal/Gate/loopback";
import type { Certificate } from "../../../Extension/LocalPortal/Sideload/certificate";

const frameOutput = path.join(root, "dist/portalLoader");

/**
 * The bundle with the portal's stand-ins: everything that a view's modules do not bring with them. Its Fluent is the one that the
 * portal supplies, which is older than the one that sources here import.
 */
export function portalFrameConfig(): Configuration {
  const { output, resolve, plugins: _, ...config } = localPortalConfig("production");
  const alias = {
    ...resolve?.alias,
    "@fluentui/react": path.join(root, "node_modules/fluentui-react-portal"),
  };
  return {
    ...config,
    resolve: { ...resolve, alias },
    // Only tests load it, from this machine: making it small takes longer.
    optimization: { minimize: false },
    devtool: false,
    entry: { portalFrame: "./Tests/Support/PortalLoader/portalFrame.tsx" },
    output: { ...output, path: frameOutput },
  };
}

export interface PortalLoader {
  readonly origin: string;
  readonly emulator: ArmEmulator;
  close(): Promise<void>;
}

export interface PortalLoaderOptions {
  readonly language: "en" | "qps-ploc";
  /** Of the page; absent: as English is read. */
  readonly direction?: "ltr" | "rtl";
  /** Further modules by their full names, as text: those of the tests. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Put into the page as it is. */
  readonly html?: string;
  /** Where the extension is asked for, by HTTPS; its certificate is the page's too. Absent: the page serves the build itself. */
  readonly endpoint?: { readonly url: string; readonly certificate: Certificate };
}

interface RequireConfig {
  readonly paths: Readonly<Record<string, string>>;
}

/**
 * A page with RequireJS, the portal's stand-ins and the modules of dist/portal, under a policy that allows scripts of its own
 * origin, or the extension's, only: no inline script, no code made of text. ARM is the emulator.
 */
export async function startPortalLoader(options: PortalLoaderOptions): Promise<PortalLoader> {
  const { language, direction = "ltr", modules = {}, html = "", endpoint } = options;
  const extensionOrigin = endpoint && new URL(endpoint.url).origin;
  const emulator = await startArmEmulator();
  const { paths } = JSON.parse(
    readFileSync(path.join(portalOutput, "require.config.json"), "utf8"),
  ) as RequireConfig; // Made by the build.
  const own = Object.keys(modules).map((name) => [name, `../tests/${encodeURIComponent(name)}`]);
  const found = Object.entries(paths).map(([name, file]) => [name, file.replace("{language}", language)]);
  const config = {
    baseUrl: "/modules",
    paths: Object.fromEntries(endpoint ? own : [...found, ...own]) as object,
  };
  const app = express();
  app.get("/", (_, response) => {
    const nonce = randomBytes(16).toString("base64");
    response
      .set("content-security-policy", policy(nonce, extensionOrigin))
      .send(page(nonce, direction, html));
  });
  app.get("/config.js", (_, response) => {
    response.type("js").send(`requirejs.config(${JSON.stringify(config)});`);
  });
  app.get("/require.js", (_, response) => response.sendFile(require.resolve("requirejs/require.js")));
  app.get("/tests/:name", (request, response) => {
    response.type("js").send(modules[request.params.name.replace(/\.js$/, "")] ?? "");
  });
  app.use("/modules", express.static(path.join(portalOutput, "modules")));
  app.use("/frame", express.static(frameOutput));
  app.use("/assets", express.static(localPortalOutput));
  app.post(
    "/api/batch",
    express.text({ type: "application/json", limit: "16mb" }),
    async (request, response) => {
      const answer = await fetch(`${emulator.url}/batch?api-version=2020-06-01`, {
        method: "POST",
        headers: { authorization: `Bearer ${emulator.token}`, "content-type": "application/json" },
        body: String(request.body),
      });
      response
        .status(answer.status)
        .type("application/json")
        .send(await answer.text());
    },
  );
  const { origin, close } = await listenOnLoopback(app, 0, endpoint?.certificate);
  return {
    origin,
    emulator,
    close: async () => {
      await Promise.all([close(), emulator.close()]);
    },
  };
}

const policy = (nonce: string, extension = "") =>
  [
    "default-src 'none'",
    `script-src 'self' ${extension}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${extension}`,
  ].join("; ");

const page = (nonce: string, direction: string, html: string) => `<!doctype html>
<html lang="en" dir="${direction}">
<head><meta charset="utf-8"><title>Portal loader</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/portal.css"></head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="/require.js"></script>
<script src="/config.js"></script>
<script src="/frame/portalFrame.js"></script>
${html}
</body>
</html>
`;
