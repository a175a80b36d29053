/** An HTTP request that was received; items of a batch are not listed apart. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The caller's name for the call, from `x-ms-command-name`. */
  readonly commandName?: string;
  /** Number of items, if it was a batch. */
  readonly batch?: number;
}

interface AccessLog {
  /** Those that have been answered, in the order in which they came; the last 10,000. */
  readonly requests: readonly RecordedRequest[];
  /** Call it when a request comes, and the result when it has been answered. */
  arrive(): (request: RecordedRequest) => void;
  clear(): void;
}

/** Older ones are dropped: the emulator may run for days. */
const mostRemembered = 10_000;

export function createAccessLog(): AccessLog {
  const requests: RecordedRequest[] = [];
  const places = new WeakMap<RecordedRequest, number>();
  let arrived = 0;
  return {
    requests,
    arrive() {
      const place = (arrived += 1);
      return (request) => {
        places.set(request, place);
        const earlier = requests.findLastIndex((other) => (places.get(other) ?? 0) < place);
        requests.splice(earlier + 1, 0, request);
        requests.splice(0, requests.length - mostRemembered);
      };
    },
    clear: () => void requests.splice(0),
  };
}
