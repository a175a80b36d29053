import type { Blade, Host, Notice, NoticeEnd, SavedFile } from "../../Client/Core/host";
import { tourKey } from "../../Views/Dashboard/Tour/useTour";

export interface RecordedNotice {
  notice: Notice;
  /** `undefined` while it is pending. */
  end: NoticeEnd | undefined;
}

export interface ShownAddress {
  readonly view: string;
  readonly how: "push" | "replace";
}

export const signedIn = { email: "ada@contoso.com", objectId: "b3b0c7a4-5c3d-4b6e-8f21-0d9e6a7c1f52" };

/** A portal that keeps what it is told. Its user has been here before, unless the visit is the first. */
export function fakeHost(visit: "first" | "again" = "again"): Host & {
  readonly notices: readonly RecordedNotice[];
  readonly blades: readonly Blade[];
  readonly copied: readonly string[];
  readonly files: readonly SavedFile[];
  /** Views that were opened beside the page, with their parameters. */
  readonly panes: readonly (readonly [string, Readonly<Record<string, string>>])[];
  /** The question before closing, as it stands. */
  readonly guard: () => string | undefined;
  /** How many changes were announced to other views. */
  readonly announced: () => number;
  /** Stands for a frame that is about to go. */
  readonly leave: () => void;
  /** Stands for a change that another view announces. */
  readonly changeElsewhere: () => void;
  /** How often the view was closed by itself. */
  readonly closed: () => number;
  /** What the page put into the address, in turn. */
  readonly shown: readonly ShownAddress[];
} {
  const notices: RecordedNotice[] = [];
  const blades: Blade[] = [];
  const copied: string[] = [];
  const files: SavedFile[] = [];
  const panes: (readonly [string, Readonly<Record<string, string>>])[] = [];
  const listeners = new Set<() => void>();
  const leaving = new Set<() => void>();
  let guard: string | undefined;
  let announced = 0;
  let closed = 0;
  const shown: ShownAddress[] = [];
  const kept = new Map<string, string>(visit === "again" ? [[tourKey, "seen"]] : []);
  return {
    regionalFormat: undefined,
    notices,
    blades,
    copied,
    files,
    panes,
    guard: () => guard,
    announced: () => announced,
    closed: () => closed,
    changeElsewhere: () => listeners.forEach((listener) => listener()),
    openPane(view, parameters) {
      panes.push([view, parameters]);
      return Promise.resolve(true);
    },
    close() {
      closed += 1;
      return Promise.resolve(true);
    },
    leave: () => leaving.forEach((listener) => listener()),
    onLeave(listener) {
      leaving.add(listener);
      return () => void leaving.delete(listener);
    },
    guardClose: (question) => void (guard = question),
    announceChange: () => void (announced += 1),
    onChangeElsewhere(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sanitizeLink: (href) => href,
    shown,
    viewLink: (clusterId, view) => `https://portal.test/#${clusterId}/view/${view}`,
    showView: (view, how) => void shown.push({ view, how }),
    currentUser: () => Promise.resolve(signedIn),
    saveFile: (file) => void files.push(file),
    settings: {
      read: (key) => Promise.resolve(kept.get(key)),
      write(key, text) {
        kept.set(key, text);
        return Promise.resolve();
      },
    },
    copyText(text) {
      copied.push(text);
      return Promise.resolve(true);
    },
    gzip: (text) => Promise.resolve(new TextEncoder().encode(text)),
    openBlade(blade) {
      blades.push(blade);
      return Promise.resolve(true);
    },
    notifyPending(notice) {
      const recorded: RecordedNotice = { notice, end: undefined };
      notices.push(recorded);
      return {
        update: (next) => void (recorded.notice = next),
        complete: (last, end) => void Object.assign(recorded, { notice: last, end }),
      };
    },
  };
}
