/**
 * The local portal in a process of its own, so that its heap is that of the server alone. Started by `soakServer.ts` with
 * `--expose-gc`. Tells its address once, and its figures whenever it is asked.
 */
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { warmUp } from "../../Extension/ArmEmulator/Kql/syntax";
import { startLocalPortal } from "../../Extension/LocalPortal/startLocalPortal";

export interface ServerFigures {
  /** MB, after garbage collection. */
  readonly serverHeap: number;
  /** Requests that were received and are neither answered nor given up. */
  readonly serverRequests: number;
  readonly serverHandles: number;
}

export type FromPortal =
  | { readonly type: "started"; readonly url: string; readonly clusterId: string }
  | { readonly type: "measured"; readonly figures: ServerFigures };

const open = new Set<IncomingMessage>();
subscribe("http.server.request.start", (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  open.add(request);
  response.on("close", () => open.delete(request));
});

const tell = (message: FromPortal) => process.send?.(message);

async function main(): Promise<void> {
  warmUp();
  const { url, emulator } = await startLocalPortal({ port: 0, scenario: "busy" });
  process.on("message", () => {
    // It remembers the last 10,000 calls, which would look like growth until then.
    emulator.clearRequests();
    global.gc?.();
    const figures = {
      serverHeap: process.memoryUsage().heapUsed / 2 ** 20,
      serverRequests: open.size,
      serverHandles: process.getActiveResourcesInfo().length,
    };
    tell({ type: "measured", figures });
  });
  process.on("disconnect", () => process.exit(0));
  tell({ type: "started", url, clusterId: emulator.clusterId });
}

void main();
