import { expose } from "comlink";
import type { PortalHost } from "../../PortalSdk/portalHost";

/**
 * Lets a view frame call the methods of its host, and nothing else. Comlink by itself would also read and set whatever can be reached
 * from the object, by paths such as `constructor` or `__proto__`, and hand out more ports: a frame that was taken over could run and
 * change the shell's code.
 */
export function exposeHost(host: PortalHost, port: MessagePort): void {
  expose(host, {
    addEventListener(type, listener) {
      port.addEventListener(type, (event) => {
        if (isCall(host, (event as MessageEvent<unknown>).data)) {
          const hears = typeof listener === "function" ? listener : listener.handleEvent.bind(listener);
          hears(event);
        }
      });
    },
    // Comlink stops listening when it is told to release, which is no method.
    removeEventListener: () => undefined,
    postMessage: (message, transfer = []) => port.postMessage(message, transfer),
    start: () => port.start(),
  });
}

function isCall(host: PortalHost, data: unknown): boolean {
  if (typeof data !== "object" || data === null) {
    return false;
  }
  const {
    type,
    path,
    argumentList = [],
  } = data as Readonly<Record<"type" | "path" | "argumentList", unknown>>;
  return (
    type === "APPLY" &&
    Array.isArray(path) &&
    path.length === 1 &&
    typeof path[0] === "string" &&
    Object.hasOwn(host, path[0]) &&
    Array.isArray(argumentList)
  );
}
