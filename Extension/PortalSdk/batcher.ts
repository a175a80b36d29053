import type { WireRequest, WireResponse } from "./portalHost";

type Unnamed = Omit<WireRequest, "name">;

interface Waiting {
  readonly request: Unnamed;
  readonly resolve: (response: WireResponse) => void;
  readonly reject: (reason: unknown) => void;
}

interface Batcher {
  /** `atOnce`: does not wait for others. */
  send(request: Unnamed, atOnce: boolean): Promise<WireResponse>;
}

const largestBatch = 20;

/**
 * Collects the requests of one macrotask and sends them together. A microtask would be too early: the Azure SDK's pipeline
 * awaits several times between a call and its request.
 */
export function createBatcher(
  sendBatch: (requests: readonly WireRequest[]) => Promise<readonly WireResponse[]>,
): Batcher {
  let waiting: Waiting[] = [];
  const flush = () => {
    const collected = waiting;
    waiting = [];
    for (let start = 0; start < collected.length; start += largestBatch) {
      void deliver(collected.slice(start, start + largestBatch), sendBatch);
    }
  };
  return {
    send(request, atOnce) {
      return new Promise((resolve, reject) => {
        const one = { request, resolve, reject };
        if (atOnce) {
          void deliver([one], sendBatch);
          return;
        }
        if (waiting.length === 0) {
          setTimeout(flush, 0);
        }
        waiting.push(one);
      });
    },
  };
}

async function deliver(
  batch: readonly Waiting[],
  sendBatch: (requests: readonly WireRequest[]) => Promise<readonly WireResponse[]>,
): Promise<void> {
  try {
    const requests = batch.map(({ request }, index) => ({ ...request, name: String(index) }));
    const responses = await sendBatch(requests);
    batch.forEach(({ resolve, reject, request }, index) => {
      const response = responses[index];
      if (response) {
        resolve(response);
      } else {
        reject(new Error(`The batch came back without an answer for ${request.url}.`));
      }
    });
  } catch (error) {
    batch.forEach(({ reject }) => reject(error));
  }
}
