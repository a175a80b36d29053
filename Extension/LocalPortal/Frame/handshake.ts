import type { PortalTheme } from "../../PortalSdk/portalHost";

/** What the frame says when it has loaded. */
interface FrameReady {
  readonly type: "frameReady";
}

/** What the shell answers, together with a MessagePort: which view to show, and how. */
export interface FrameStart {
  readonly type: "frameStart";
  readonly view: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly theme: PortalTheme;
}

/** Content of a meta element that the dev server wrote into the page. Throws when there is none. */
export function pageSetting(name: string): string {
  const content = optionalSetting(name);
  if (content === undefined) {
    throw new Error(`The page has no setting '${name}'.`);
  }
  return content;
}

/** The same; `undefined` where the dev server wrote none. */
export function optionalSetting(name: string): string | undefined {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") || undefined;
}

/** Announces the frame to the shell and waits for its answer. Messages from other windows are ignored. */
export function startOf(
  frame: Window,
  shellOrigin: string,
): Promise<{ start: FrameStart; port: MessagePort }> {
  return new Promise((resolve) => {
    frame.addEventListener(
      "message",
      function listen({ data, origin, ports, source }: MessageEvent<unknown>) {
        const [port] = ports;
        if (origin === shellOrigin && source === frame.parent && isFrameStart(data) && port) {
          frame.removeEventListener("message", listen);
          resolve({ start: data, port });
        }
      },
    );
    const ready: FrameReady = { type: "frameReady" };
    frame.parent.postMessage(ready, shellOrigin);
  });
}

function isFrameStart(data: unknown): data is FrameStart {
  return typeof data === "object" && data !== null && (data as { type?: unknown }).type === "frameStart";
}

export function isFrameReady(data: unknown): data is FrameReady {
  return typeof data === "object" && data !== null && (data as { type?: unknown }).type === "frameReady";
}
