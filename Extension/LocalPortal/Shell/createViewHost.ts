import type { Dispatch } from "react";
import type { BladeNotice, PortalHost, PortalTheme, UserInfo } from "../../PortalSdk/portalHost";
import { pageSetting } from "../Frame/handshake";
import { sendBatch } from "./sendBatch";
import type { ShellChange } from "./shellState";

/** What a view frame tells the shell about itself. */
export interface ViewEvents {
  onReady(): void;
  onTitle(title: string): void;
  onNotice(notice: BladeNotice): void;
  onClose(): void;
  /** What is to be asked before the view is closed; `undefined`: nothing. */
  onGuard(question: string | undefined): void;
}

export interface ViewHostOptions {
  readonly events: ViewEvents;
  readonly dispatch: Dispatch<ShellChange>;
  readonly theme: () => PortalTheme;
  /** Hears of the listener that the frame registers for theme changes. */
  readonly onThemeListener: (listener: (theme: PortalTheme) => void) => void;
  /** Aborts when the frame goes away; its calls go with it. */
  readonly signal: AbortSignal;
}

const settingsKey = "settings AksSecurityDashboard";

/** The portal as one view frame sees it. */
export function createViewHost({
  events,
  dispatch,
  theme,
  onThemeListener,
  signal,
}: ViewHostOptions): PortalHost {
  const done = (action: () => void) => {
    action();
    return Promise.resolve();
  };
  const opened = (change: ShellChange) => {
    dispatch(change);
    return Promise.resolve(true);
  };
  return {
    batch: (requests) => sendBatch(requests, signal),
    openBlade: (reference) => opened({ type: "openBlade", reference }),
    openContextPane: (reference) => opened({ type: "openContextPane", reference }),
    closeContextPane: () => opened({ type: "closeContextPane" }),
    closeView: () => done(() => events.onClose()).then(() => true),
    guardClose: (question) => done(() => events.onGuard(question)),
    setTitle: (title) => done(() => events.onTitle(title)),
    viewReady: () => done(() => events.onReady()),
    showNotice: (notice) => done(() => events.onNotice(notice)),
    notify: (id, notification) =>
      done(() => dispatch({ type: "notify", notification: { id, ...notification } })),
    readSettings: () => Promise.resolve(storedSettings()),
    writeSettings: (settings) =>
      done(() => window.localStorage.setItem(settingsKey, JSON.stringify(settings))),
    getTheme: () => Promise.resolve(theme()),
    onThemeChange: (listener) => done(() => onThemeListener(listener)),
    getUserInfo: () => Promise.resolve(signedInUser()),
    // The real portal sends these to Microsoft's telemetry.
    record: () => Promise.resolve(),
  };
}

function storedSettings(): Readonly<Record<string, string>> {
  const text = window.localStorage.getItem(settingsKey);
  return text === null ? {} : (JSON.parse(text) as Readonly<Record<string, string>>); // Written by writeSettings above.
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
