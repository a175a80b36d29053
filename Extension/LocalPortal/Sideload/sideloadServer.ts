import express, { type RequestHandler } from "express";
import { existsSync } from "node:fs";
import path from "node:path";
import manifest from "../../../ExtensionManifest.json";
import { format } from "../../../Client/Core/format";
import { listenOnLoopback, type LoopbackServer } from "../Gate/loopback";
import { plainErrors } from "../Server/plainErrors";
import type { Certificate } from "./certificate";
import { authorityOf, endpoint } from "./endpoint";
import { route } from "./portalAddress";
import { Sideload } from "./Sideload.resjson";

interface SideloadServerOptions {
  /** 0: any port that is free. */
  readonly port: number;
  /** What the build has made. */
  readonly folder: string;
  readonly certificate: Certificate;
  /** Hosts of the portals that may load the extension. */
  readonly authorities: readonly string[];
}

/**
 * Serves a build over HTTPS to the portal. Every page may read it, as it may read the registered version of an extension: it is code
 * without secrets, and which origins the portal loads views from is not public. Rejects with Node's error when the port is taken.
 */
export async function startSideloadServer(options: SideloadServerOptions): Promise<LoopbackServer> {
  const { port, folder, certificate, authorities } = options;
  let openPort = port;
  const app = express();
  app.disable("x-powered-by");
  app.use(localNamesOnly, readOnly);
  app.use(endpoint({ folder, authorities, port: () => openPort }));
  app.get(`/${route}`, onlyFrom(authorities), startPage(folder));
  const files = express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: "ignore",
    setHeaders: (response) => void response.set("cache-control", "no-cache"),
  });
  // The start page has no slash at its end, so that its relative addresses begin at the root.
  app.use(`/${route}`, files);
  app.use(files);
  app.use((_request, response) => {
    response.status(404).type("text/plain").send(Sideload.noFile);
  });
  app.use(plainErrors);
  const server = await listenOnLoopback(app, port, certificate);
  openPort = server.port;
  return server;
}

/** Refuses requests that name another host: a page elsewhere may have had its name resolved to this machine. */
const localNamesOnly: RequestHandler = (request, response, next) => {
  if (/^(localhost|127\.0\.0\.1):\d+$/.test(request.headers.host ?? "")) {
    next();
  } else {
    response.status(421).type("text/plain").send("This server answers to localhost only.");
  }
};

/** Answers preflights, also of browsers that ask before a public page may call this machine; nothing can be changed here. */
const readOnly: RequestHandler = (request, response, next) => {
  response.set({
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "OPTIONS") {
    response.set({
      "access-control-allow-headers": request.get("access-control-request-headers") ?? "",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-private-network": "true",
    });
    response.status(204).end();
  } else if (request.method === "GET" || request.method === "HEAD") {
    next();
  } else {
    response.status(405).set("allow", "GET, HEAD, OPTIONS").end();
  }
};

/** As Microsoft's hosting service answers: 400 to a portal that it does not serve. Without a portal it is a person who looks. */
function onlyFrom(authorities: readonly string[]): RequestHandler {
  return ({ query: { trustedAuthority } }, response, next) => {
    const host = typeof trustedAuthority === "string" ? authorityOf(trustedAuthority) : "";
    if (trustedAuthority === undefined || authorities.includes(host)) {
      next();
    } else {
      const text = format(Sideload.unknownAuthority, host, authorities.join(", "));
      response.status(400).type("text/plain").send(text);
    }
  };
}

function startPage(folder: string): RequestHandler {
  const page = path.join(folder, "index.html");
  return (_request, response) => {
    response.set("cache-control", "no-store");
    if (existsSync(page)) {
      response.sendFile(page);
    } else {
      response.type("text/plain").send(format(Sideload.noPage, manifest.name));
    }
  };
}
