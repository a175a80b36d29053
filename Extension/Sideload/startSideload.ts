import express, { type RequestHandler } from "express";
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { CommandLineError } from "../ArmEmulator/commandLine";
import type { Certificate } from "./certificate";
import { frontPage } from "./frontPage";
import { portals, route } from "./portalAddress";

export interface Sideload {
  readonly port: number;
  close(): Promise<void>;
}

export interface SideloadServer {
  /** 0: any port that is free. */
  readonly port: number;
  readonly certificate: Pick<Certificate, "cert" | "key">;
  /** What `npm run build:portal` made. */
  readonly build: string;
}

/**
 * Serves the portal build over HTTPS, on 127.0.0.1 and to `localhost` only. Rejects with {@link CommandLineError} where there is no
 * build, and with Node's error when the port is taken.
 */
export async function startSideload({ port, certificate, build }: SideloadServer): Promise<Sideload> {
  if (!existsSync(path.join(build, "require.config.json"))) {
    throw new CommandLineError("There is no portal build. Run 'npm run build:portal' first.");
  }
  let ownPort = port;
  const app = express();
  app.disable("x-powered-by");
  app.use(
    ownNameOnly(() => ownPort),
    forPortals,
    readOnly,
  );
  app.get(`/${route}`, (_request, response) => {
    response.type("html").send(frontPage(build));
  });
  app.use(
    `/${route}`,
    express.static(build, {
      index: false,
      dotfiles: "deny",
      redirect: false,
      etag: false,
      lastModified: false,
    }),
  );
  app.use(
    (_request, response) =>
      void response.status(404).type("text").send("There is no such file in the portal build."),
  );
  const server = createServer({ cert: certificate.cert, key: certificate.key, minVersion: "TLSv1.2" }, app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  ownPort = (server.address() as AddressInfo).port; // It listens on TCP.
  return { port: ownPort, close: () => closeServer(server) };
}

/** A page elsewhere may have had its name resolved to this machine. */
function ownNameOnly(port: () => number): RequestHandler {
  return ({ headers }, response, next) => {
    const names = ["localhost", "127.0.0.1"].map((name) => `${name}:${port()}`);
    if (names.includes(headers.host ?? "")) {
      next();
    } else {
      response.status(421).type("text").send("This server answers to its own address only.");
    }
  };
}

const portalOrigins: readonly string[] = Object.values(portals);

/** Only the portals may read across origins; nothing is kept, or a change would not be seen. */
const forPortals: RequestHandler = ({ headers }, response, next) => {
  const { origin } = headers;
  response.set({ "Cache-Control": "no-store", Vary: "Origin", "X-Content-Type-Options": "nosniff" });
  if (origin !== undefined && portalOrigins.includes(origin)) {
    response.set({
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Methods": "GET, HEAD",
      // Chromium asks before a public page may reach this machine.
      "Access-Control-Allow-Private-Network": "true",
    });
  }
  next();
};

const readOnly: RequestHandler = ({ method }, response, next) => {
  if (method === "OPTIONS") {
    response.status(204).end();
  } else if (method === "GET" || method === "HEAD") {
    next();
  } else {
    response.status(405).set("Allow", "GET, HEAD, OPTIONS").type("text").send("This server is read only.");
  }
};

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
