import type { RequestHandler } from "express";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";

type Listener = Parameters<typeof createServer>[1];

/** An HTTP or HTTPS server on the loopback interface. */
export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1, by HTTPS if there is a certificate. Rejects with Node's error when the port is taken. */
export async function listenOnLoopback(
  app: RequestHandler,
  port: number,
  tls?: { readonly key: string; readonly cert: string },
): Promise<LoopbackServer> {
  const listener = app as Listener; // An Express app is a request listener.
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo; // It listens on TCP.
  const origin = `${tls ? "https" : "http"}://127.0.0.1:${address.port}`;
  return { origin, port: address.port, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

/** Refuses requests that name another host: a page elsewhere may have had its name resolved to this machine. */
export function ownHostOnly(origin: () => string): RequestHandler {
  return (request, response, next) => {
    if (`http://${request.headers.host ?? ""}` === origin()) {
      next();
    } else {
      response.status(421).send("This server answers to its own address only.");
    }
  };
}
