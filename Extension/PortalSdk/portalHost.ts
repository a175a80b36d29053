import type { SettingChanges, Settings } from "./settings";

/**
 * What the modules of the SDK need from the portal around the view. In the real portal this is spread over several private
 * channels; here it is one interface, reached through a MessagePort.
 */
export interface PortalHost {
  /** Sends one batch (at most 20) and answers in the same order. Rejects when the whole call failed. */
  batch(requests: readonly WireRequest[]): Promise<readonly WireResponse[]>;
  openBlade(reference: BladeReference): Promise<boolean>;
  /** Resolves to the pane's id for {@link PortalHost.whenClosed}; `undefined`: the portal didn't open it. */
  openContextPane(reference: BladeReference): Promise<string | undefined>;
  /** Resolves when a pane that the calling view has opened is closed. Rejects for the id of any other. */
  whenClosed(pane: string): Promise<BladeClosed>;
  closeContextPane(): Promise<boolean>;
  /** Closes the view that calls, with what its opener gets. */
  closeView(data?: ReturnedData): Promise<boolean>;
  /** The question to ask before the calling view is closed from outside; `undefined`: stop asking. */
  guardClose(question: string | undefined): Promise<void>;
  setTitle(title: string): Promise<void>;
  /** Puts the view's parameter `view` into the address. The portal has nothing of the kind that is public. */
  showView(view: string, how: "push" | "replace"): Promise<void>;
  /** `listener` hears of parameters that "back" and "forward" change. The portal opens the view anew instead [I]. */
  onParametersChange(listener: (parameters: Readonly<Record<string, string>>) => void): Promise<void>;
  /** The view has its first content on screen. */
  viewReady(): Promise<void>;
  showNotice(notice: BladeNotice): Promise<void>;
  /** Shows or, for an id that is there already, changes a notification. */
  notify(id: string, notification: NotificationState): Promise<void>;
  readSettings(): Promise<Settings>;
  /** Changes these and leaves the others, in one step: several frames write. Rejects beyond the portal's limits. */
  changeSettings(changes: SettingChanges): Promise<void>;
  /** The address to show in place of an external link; empty: none. */
  sanitizeLink(href: string): Promise<string>;
  getTheme(): Promise<PortalTheme>;
  onThemeChange(listener: (theme: PortalTheme) => void): Promise<void>;
  getUserInfo(): Promise<UserInfo>;
  record(entry: DiagnosticEntry): Promise<void>;
}

export interface WireRequest {
  readonly httpMethod: string;
  /** Absolute, or relative to ARM. */
  readonly url: string;
  readonly name: string;
  readonly requestHeaderDetails: { readonly commandName: string };
  readonly requestHeaderDictionary?: Readonly<Record<string, readonly string[]>>;
  readonly content?: unknown;
}

export interface WireResponse {
  readonly name: string;
  readonly httpStatusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: unknown;
}

/** A view by name; `bladeName` includes the suffix `.ReactView`. */
export interface BladeReference {
  readonly extensionName: string;
  readonly bladeName: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What a view returns to its opener. */
export type ReturnedData = Readonly<Record<string, unknown>>;

/** How a blade was closed. */
export interface BladeClosed {
  readonly reason: BladeClosedReason;
  /** What it returned; `undefined`: nothing, and always when the user closed it. */
  readonly data?: ReturnedData;
}

/** Numbers of the older SDK [K]: 1, the user went elsewhere; 2, the blade closed itself. */
export type BladeClosedReason = 1 | 2;

/** A message in place of a view. */
export interface BladeNotice {
  readonly kind: "failed" | "notFound" | "noData" | "unauthorized";
  readonly message: string;
}

export interface NotificationState {
  readonly title: string;
  readonly description: string;
  readonly status: "information" | "warning" | "error" | "success";
}

export type PortalTheme = "light" | "dark" | "highContrastLight" | "highContrastDark";

export interface UserInfo {
  readonly email: string;
  readonly objectId: string;
  readonly directoryId: string;
  readonly givenName: string;
  readonly surname: string;
}

interface DiagnosticEntry {
  readonly kind: "log" | "trace";
  readonly data: unknown;
}
