import express, { type NextFunction, type Request, type Response } from "express";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { ArmError, type ArmRequest, type ArmResponse } from "./arm";
import { deepestLevel, isTooDeep } from "./bounds";
import { inEnvelope } from "./envelope";
import { linkOrigin } from "./linkOrigin";

type Answer = (request: ArmRequest) => Promise<ArmResponse>;

/** PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

interface HttpServerOptions {
  /** 0: any port that is free. */
  readonly port: number;
  readonly answer: Answer;
  /** Told in the `Date` of each answer. */
  readonly now: () => Date;
  /** `undefined`: plain HTTP. */
  readonly tls: ServerIdentity | undefined;
  /** Told of each HTTP request when it comes; the result is told of its answer. */
  readonly onRequest: () => (request: ArmRequest, response: ArmResponse) => void;
}

interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/** ARM over HTTP or HTTPS on the loopback interface. Rejects with Node's error when the port is taken. */
export async function serveArm(options: HttpServerOptions): Promise<HttpServer> {
  const { port, answer, now, tls, onRequest } = options;
  const scheme = tls ? "https" : "http";
  const closing = new AbortController();
  const app = express();
  app.disable("x-powered-by");
  app.use((_request, response, next) => {
    response.set("date", now().toUTCString());
    next();
  });
  app.use(express.text({ type: () => true, limit: "16mb" }));
  app.use(async (request: Request, response: Response) => {
    const onAnswered = onRequest();
    const call = readRequest(request, response, scheme, closing.signal);
    const result = await answer(call);
    onAnswered(call, result);
    send(response, result);
  });
  app.use(async (error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    send(response, await refuse(error));
  });
  const server = tls ? createTlsServer(tls, app) : createServer(app);
  await listen(server, port);
  const address = server.address() as AddressInfo; // It listens on TCP.
  return {
    url: `${scheme}://127.0.0.1:${address.port}`,
    close() {
      closing.abort();
      return close(server);
    },
  };
}

function send(response: Response, { status, headers, body, isReset = false }: ArmResponse): void {
  if (isReset) {
    response.socket?.destroy();
    return;
  }
  response.status(status).set({ "cache-control": "no-cache", ...headers });
  if (body === undefined) {
    response.end();
  } else if (typeof body === "string") {
    response.send(body);
  } else {
    response.json(body);
  }
}

/** For requests that cannot even be read: too large, in an unknown encoding, without a host. */
function refuse(error: unknown): Promise<ArmResponse> {
  const { status, message } = error as { readonly status?: unknown; readonly message?: unknown };
  return inEnvelope(new Date(), () => {
    throw new ArmError(
      typeof status === "number" ? status : 400,
      "InvalidRequestContent",
      `The request could not be read: '${String(message)}'.`,
    );
  });
}

function readRequest(
  request: Request,
  response: Response,
  scheme: "http" | "https",
  closing: AbortSignal,
): ArmRequest {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const own = `${scheme}://${request.headers.host ?? ""}`;
  const url = new URL(`${own}${request.originalUrl}`);
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    ...(request.is("application/x-www-form-urlencoded") ? parseForm(request.body) : parseBody(request.body)),
    linkOrigin: linkOrigin(request.headers, own),
    signal: AbortSignal.any([closing, gone.signal]),
  };
}

function parseForm(text: unknown): Pick<ArmRequest, "body" | "notJson" | "form"> {
  const form = new URLSearchParams(typeof text === "string" ? text : "");
  return { body: undefined, notJson: "it is a form", form };
}

function parseBody(text: unknown): Pick<ArmRequest, "body" | "notJson"> {
  if (typeof text !== "string" || text === "") {
    return { body: undefined };
  }
  try {
    const body: unknown = JSON.parse(text);
    return isTooDeep(body)
      ? { body: undefined, notJson: `nested deeper than ${deepestLevel} levels` }
      : { body };
  } catch (error) {
    return { body: undefined, notJson: error instanceof Error ? error.message : String(error) };
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

/** Ends open connections too. Closing twice is closing once. */
function close(server: Server): Promise<void> {
  if (!server.listening) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
