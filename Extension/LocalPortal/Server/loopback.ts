import type { RequestHandler } from "express";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An HTTP server on the loopback interface. */
export interface LoopbackServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Rejects with Node's error when the port is taken. */
export async function listenOnLoopback(app: RequestHandler, port: number): Promise<LoopbackServer> {
  const server = createServer(app as Parameters<typeof createServer>[1]); // An Express app is a request listener.
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo; // It listens on TCP.
  return { origin: `http://127.0.0.1:${address.port}`, close: () => closeServer(server) };
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
