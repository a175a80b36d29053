import type { Host } from "../../Client/Core/host";
import { isRecord } from "../../Client/Core/json";

/** What a view of ours returns to its opener. */
export interface ReturnedChange extends Readonly<Record<string, unknown>> {
  /** Whether it has changed something about the cluster. */
  readonly changed: boolean;
}

interface Changes extends Pick<Host, "announceChange" | "onChangeElsewhere"> {
  /** What this view returns when it is closed. */
  readonly returned: () => ReturnedChange;
  /** To be called with what a view returned that this one has opened; `undefined`: it returned nothing. */
  readonly viewClosed: (data: unknown) => void;
}

/**
 * How the views of one cluster hear of each other's changes. What counts is what a pane returns when it closes itself. A pane that the
 * user closes in the portal's own way returns nothing, so it may have changed something. Frames of one origin also hear each other
 * through a `BroadcastChannel`, which the portal doesn't promise (facts: portal-sdk.md §10.7): only other pages depend on it.
 */
export function createChanges(topic: string): Changes {
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const channel = channelOf(topic);
  channel?.addEventListener("message", tell);
  let changed = false;
  return {
    announceChange() {
      changed = true;
      channel?.postMessage("changed");
    },
    onChangeElsewhere(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    returned: () => ({ changed }),
    viewClosed(data) {
      if (!isRecord(data) || data.changed !== false) {
        tell();
      }
    },
  };
}

/** `undefined` where the frame has no channels. */
function channelOf(topic: string): BroadcastChannel | undefined {
  return "BroadcastChannel" in globalThis ? new BroadcastChannel(`AksSecurityDashboard ${topic}`) : undefined;
}
