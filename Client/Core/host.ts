/** A message of the portal, outside of the page. */
export interface Notice {
  readonly title: string;
  readonly description: string;
}

export type NoticeEnd = "success" | "warning" | "error";

/** A notification that changes while something runs: one per cause, pending then done. */
export interface PendingNotice {
  update(notice: Notice): void;
  complete(notice: Notice, end: NoticeEnd): void;
}

/** What views ask of the portal around them. */
export interface Host {
  /** How the user writes dates and numbers, `fr-FR` for example; `undefined`: as the browser does. */
  readonly regionalFormat: string | undefined;
  notifyPending(notice: Notice): PendingNotice;
  /** Opens a blade of another extension. Resolves to whether the portal did. */
  openBlade(blade: Blade): Promise<boolean>;
  /** Opens a view of this extension beside the page, by its name. Resolves to whether the portal did. */
  openPane(view: string, parameters: Readonly<Record<string, string>>): Promise<boolean>;
  /** Closes the view that asks. Its opener is told whether it has announced a change. */
  close(): Promise<boolean>;
  /** What the portal asks before it closes the view that tells; `undefined`: nothing, it just closes. */
  guardClose(question: string | undefined): void;
  /**
   * Calls when the view's frame is about to go, until the returned function is called. There is time for calls that wait for
   * nothing. A frame that crashes says nothing.
   */
  onLeave(listener: () => void): () => void;
  /**
   * Says that something about the cluster was changed. The view that opened this one hears of it at the latest when this one is
   * closed; other views only where the browser lets them hear each other.
   */
  announceChange(): void;
  /** Calls whenever another view has changed something, or may have, until the returned function is called. */
  onChangeElsewhere(listener: () => void): () => void;
  /** Puts text on the clipboard. Resolves to whether that was allowed. */
  copyText(text: string): Promise<boolean>;
  /** Link that opens the page of a cluster. `view`: how it is looked at, as text; empty for the usual way. */
  viewLink(clusterId: string, view: string): string;
  /**
   * The address to show in place of an external link; empty where the portal allows none. At once where the portal has said it
   * already.
   */
  sanitizeLink(href: string): string | Promise<string>;
  /**
   * Puts how the page is looked at into the portal's address, as a new entry of its history or in place of the current one. A
   * portal that offers no way to do so does nothing.
   */
  showView(view: string, how: "push" | "replace"): void;
  /** Compresses text, for links that carry it. */
  gzip(text: string): Promise<Uint8Array>;
  /** Who is signed in. */
  currentUser(): Promise<User>;
  /** Hands a file to the browser, which saves it or asks where to. */
  saveFile(file: SavedFile): void;
  /**
   * Small texts that the portal keeps for the user beyond this visit, for 30 days and up to some 10,000 characters in all.
   * Both reject where the portal refuses: what is kept is a comfort, and the page must do without.
   */
  readonly settings: {
    /** `undefined`: nothing is kept under the key. */
    read(key: string): Promise<string | undefined>;
    write(key: string, text: string): Promise<void>;
  };
}

export interface User {
  readonly email: string;
  /** Of the user in Microsoft Entra ID, a GUID. */
  readonly objectId: string;
}

export interface SavedFile {
  readonly name: string;
  /** `text/csv` for example. */
  readonly mediaType: string;
  /** One after the other they are the file; texts become UTF-8. */
  readonly parts: readonly (string | Blob)[];
}

/** A page of the portal by name. */
export interface Blade {
  readonly extensionName: string;
  readonly bladeName: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * A header of an answer that the host gives in place of ARM, because it could not ask ARM. The message says then what to do, in words
 * for that host: nothing is added to it. The Azure portal has nothing of the kind; the local portal has.
 */
export const hostProblemHeader = "x-host-problem";
