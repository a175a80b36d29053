import { changedSettings, settingsOf, type SettingChanges, type Settings } from "../../PortalSdk/settings";
import type { Dispatch } from "react";
import type {
  BladeClosed,
  BladeNotice,
  PortalHost,
  PortalTheme,
  ReturnedData,
  UserInfo,
} from "../../PortalSdk/portalHost";
import { pageSetting } from "../Frame/handshake";
import { sendBatch } from "./sendBatch";
import { shownLink } from "./shownLink";
import type { ShellChange } from "./shellState";

/** What a view frame tells the shell about itself. */
interface ViewEvents {
  onReady(): void;
  onTitle(title: string): void;
  onNotice(notice: BladeNotice): void;
  onClose(data: ReturnedData | undefined): void;
  /** What is to be asked before the view is closed; `undefined`: nothing. */
  onGuard(question: string | undefined): void;
  onShowView(view: string, how: "push" | "replace"): void;
}

interface ViewHostOptions {
  readonly events: ViewEvents;
  readonly dispatch: Dispatch<ShellChange>;
  readonly theme: () => PortalTheme;
  /** Hears of the listener that the frame registers for theme changes. */
  readonly onThemeListener: (listener: (theme: PortalTheme) => void) => void;
  /** Hears of the listener that the frame registers for parameters. */
  readonly onParametersListener: (listener: ParametersListener) => void;
  /** Aborts when the frame goes away; its calls go with it. */
  readonly signal: AbortSignal;
}

export type ParametersListener = (parameters: Readonly<Record<string, string>>) => void;

/** Of the browser's store: what the portal keeps for its user. */
export const settingsKey = "settings AksSecurityDashboard";

/** The portal as one view frame sees it. */
export function createViewHost({
  events,
  dispatch,
  theme,
  onThemeListener,
  onParametersListener,
  signal,
}: ViewHostOptions): PortalHost {
  const done = (action: () => void) => {
    action();
    return Promise.resolve();
  };
  const attempt = async (action: () => void) => {
    await Promise.resolve();
    action();
  };
  const opened = (change: ShellChange) => {
    dispatch(change);
    return Promise.resolve(true);
  };
  // Of this view alone: no other hears what its panes return.
  const panes = new Map<string, Promise<BladeClosed>>();
  return {
    batch: (requests) => sendBatch(requests, signal),
    openBlade: (reference) => opened({ type: "openBlade", reference }),
    openContextPane(reference) {
      const id = newPaneId();
      const closed = new Promise<BladeClosed>((resolve) => {
        dispatch({ type: "openContextPane", pane: { id, reference, onClosed: resolve } });
      });
      panes.set(id, closed);
      return Promise.resolve(id);
    },
    whenClosed: (pane) => panes.get(pane) ?? Promise.reject(new Error("This view has opened no such pane.")),
    closeContextPane: () => opened({ type: "closeContextPane" }),
    closeView: (data) => done(() => events.onClose(data)).then(() => true),
    guardClose: (question) => done(() => events.onGuard(question)),
    setTitle: (title) => done(() => events.onTitle(title)),
    // What a frame says that is gone is about a page that is gone.
    showView: (view, how) => done(() => void (signal.aborted || events.onShowView(view, how))),
    onParametersChange: (listener) => done(() => onParametersListener(listener)),
    viewReady: () => done(() => events.onReady()),
    showNotice: (notice) => done(() => events.onNotice(notice)),
    notify: (id, notification) =>
      done(() => dispatch({ type: "notify", notification: { id, ...notification } })),
    readSettings: () => Promise.resolve(storedSettings()),
    changeSettings: (changes) => attempt(() => changeStored(changes)),
    sanitizeLink: (href) => Promise.resolve(shownLink(href, window.location.href.replace(/#.*$/, ""))),
    getTheme: () => Promise.resolve(theme()),
    onThemeChange: (listener) => done(() => onThemeListener(listener)),
    getUserInfo: () => Promise.resolve(signedInUser()),
    // The real portal sends these to Microsoft's telemetry.
    record: () => Promise.resolve(),
  };
}

const newPaneId = (() => {
  let last = 0;
  return () => `pane ${(last += 1)}`;
})();

/** Nothing comes between reading and writing: other frames and windows change what is stored too. */
function changeStored(changes: SettingChanges): void {
  window.localStorage.setItem(settingsKey, JSON.stringify(changedSettings(storedSettings(), changes)));
}

/** What was stored and can be read: whatever else stands there, by a fault or by hand, stops nothing. */
function storedSettings(): Settings {
  return settingsOf(parse(window.localStorage.getItem(settingsKey) ?? ""));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Nothing was stored, or something else than JSON.
  }
}

export function signedInUser(): UserInfo {
  const [givenName = "", ...surname] = pageSetting("user-name").split(" ");
  return {
    email: pageSetting("user-email"),
    objectId: pageSetting("user-object-id"),
    directoryId: pageSetting("tenant-id"),
    givenName,
    surname: surname.join(" "),
  };
}
