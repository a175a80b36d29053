import type { IncomingHttpHeaders } from "node:http";
import { request, type RequestOptions } from "node:https";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks localhost for a path as it is; `fetch` would tidy it up. */
export function askHttps(target: string, options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "localhost", family: 4, path: target, agent: false, ...options },
      (response) => {
        let text = "";
        response.on("data", (chunk) => (text += String(chunk)));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}
