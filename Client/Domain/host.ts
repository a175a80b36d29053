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
  notifyPending(notice: Notice): PendingNotice;
  /** Opens a blade of another extension. Resolves to whether the portal did. */
  openBlade(blade: Blade): Promise<boolean>;
  /** Puts text on the clipboard. Resolves to whether that was allowed. */
  copyText(text: string): Promise<boolean>;
  /** Compresses text, for links that carry it. */
  gzip(text: string): Promise<Uint8Array>;
}

/** A page of the portal by name. */
export interface Blade {
  readonly extensionName: string;
  readonly bladeName: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
