import express, { type Request, type Response } from "express";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ArmError, type ArmRequest, type ArmResponse } from "./arm";
import { answerBatch } from "./batch";

type Answer = (request: ArmRequest) => Promise<ArmResponse>;

export interface HttpServerOptions {
  /** 0: any port that is free. */
  readonly port: number;
  readonly answer: Answer;
  /** Told of each HTTP request with its answer. */
  readonly onAnswered: (request: ArmRequest, response: ArmResponse) => void;
}

export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/** ARM over HTTP on the loopback interface. Rejects with Node's error when the port is taken. */
export async function serveArm({ port, answer, onAnswered }: HttpServerOptions): Promise<HttpServer> {
  const closing = new AbortController();
  const app = express();
  app.disable("x-powered-by");
  app.use(express.text({ type: () => true, limit: "16mb" }));
  app.use(async (request: Request, response: Response) => {
    const call = readRequest(request, response, closing.signal);
    const result = await answerHttp(call, answer);
    onAnswered(call, result);
    response.status(result.status).set({ "cache-control": "no-cache", ...result.headers });
    if (result.body === undefined) {
      response.end();
    } else {
      response.json(result.body);
    }
  });
  const server = createServer(app);
  await listen(server, port);
  const address = server.address() as AddressInfo; // It listens on TCP.
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      closing.abort();
      return close(server);
    },
  };
}

function readRequest(request: Request, response: Response, closing: AbortSignal): ArmRequest {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const own = `http://${request.headers.host ?? ""}`;
  const url = new URL(request.originalUrl, own);
  const forwarded = request.get("x-forwarded-host");
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: parseBody(request.body),
    linkOrigin:
      forwarded === undefined ? own : `${request.get("x-forwarded-proto") ?? "https"}://${forwarded}`,
    signal: AbortSignal.any([closing, gone.signal]),
  };
}

async function answerHttp(call: ArmRequest, answer: Answer): Promise<ArmResponse> {
  if (call.body instanceof ArmError) {
    return call.body.toResponse();
  }
  try {
    const isBatch = call.method === "POST" && call.path.toLowerCase() === "/batch";
    return isBatch ? await answerBatch(call, answer, call.linkOrigin) : await answer(call);
  } catch (error) {
    if (error instanceof ArmError) {
      return error.toResponse();
    }
    throw error;
  }
}

/** The parsed body, or the error to answer when it is not JSON. */
function parseBody(text: unknown): unknown {
  if (typeof text !== "string" || text === "") {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new ArmError(
      400,
      "InvalidRequestContent",
      `The request content was invalid and could not be parsed: '${reason}'.`,
    );
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
