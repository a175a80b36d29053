import { cloned } from "./frameValues";
import { portalHost } from "./portalConnection";
import type {
  BladeClosedReason,
  BladeNotice,
  BladeReference,
  NotificationState,
  ReturnedData,
  UserInfo,
} from "./portalHost";

export type { BladeReference, ReturnedData, UserInfo };

/**
 * A reference whose opener hears of the closing. References of the older SDK have the member, with these numbers [K]; that those of
 * views have it too is inferred from `closeView(data)`, which says that the data goes to the opener [D].
 */
export interface PaneReference extends BladeReference {
  readonly onClosed?: (reason: BladeClosedReason, data?: ReturnedData) => void;
}

/** `mode`: 0 light, 1 dark. `highContrastMode`: 0 off, 1 light, 2 dark [B, K]. */
export interface ThemeLike {
  readonly mode: 0 | 1;
  readonly highContrastMode: 0 | 1 | 2;
}

/** [D] */
export async function setTitle(
  title: string | { readonly title: string; readonly subtitle?: string },
): Promise<void> {
  const host = await portalHost();
  await host.setTitle(typeof title === "string" ? title : title.title);
}

/** Resolves to whether the blade was opened [D]. */
export async function openBlade(reference: BladeReference): Promise<boolean> {
  return (await portalHost()).openBlade(cloned(reference, "openBlade: the reference"));
}

/** Resolves to whether the pane was opened [D]. `onClosed` stays in this frame; all else is copied. */
export async function openContextPane({ onClosed, ...reference }: PaneReference): Promise<boolean> {
  const plain = cloned(reference, "openContextPane: the reference");
  const host = await portalHost();
  const pane = await host.openContextPane(plain);
  if (pane !== undefined && onClosed) {
    void host.whenClosed(pane).then(({ reason, data }) => onClosed(reason, data));
  }
  return pane !== undefined;
}

export async function closeContextBlade(): Promise<boolean> {
  return (await portalHost()).closeContextPane();
}

/** `data` goes to the opener [D]. A view gets the same function as `closeView` [B]. */
export async function closeCurrentBlade(data?: ReturnedData): Promise<boolean> {
  return (await portalHost()).closeView(cloned(data, "closeCurrentBlade: the data"));
}

/** The name is proven, the signature is that of the older SDK [B, K]: used in Extension/Portal only. */
export function configureBladeAlertOnClose(options: {
  readonly showAlert: boolean;
  readonly message: string;
}): void {
  void portalHost().then((host) => host.guardClose(options.showAlert ? options.message : undefined));
}

/** [B, K] */
export async function getTheme(): Promise<ThemeLike> {
  const theme = await (await portalHost()).getTheme();
  return {
    mode: theme === "dark" || theme === "highContrastDark" ? 1 : 0,
    highContrastMode: theme === "highContrastLight" ? 1 : theme === "highContrastDark" ? 2 : 0,
  };
}

/** [S] */
export async function getUserInfo(): Promise<UserInfo> {
  return (await portalHost()).getUserInfo();
}

/** The portal hands out tokens [S]; this stand-in does not, because no view here needs one: calls go through `Ajax.batch`. */
export function getAuthorizationToken(): Promise<never> {
  return Promise.reject(
    new Error("The local portal gives no tokens to views. Use Ajax.batch, which it authorizes."),
  );
}

/** Origin of the portal around the view; the name is proven, that it is such a text is not [B, I]. */
export const portalOrigin: string =
  globalThis.document?.querySelector('meta[name="shell-origin"]')?.getAttribute("content") ?? "";

/** `lang.format`, as in `en.en-us` [B, D]. */
export const effectiveLocale: string = `${globalThis.navigator?.language.split("-")[0] ?? "en"}.${globalThis.navigator?.language.toLowerCase() ?? "en-us"}`;

const notice = (kind: BladeNotice["kind"]) => (message: string) =>
  void portalHost().then((host) => host.showNotice({ kind, message }));

/** Takes the place of the view and counts as a bug of it [D]. */
export function fail(error: { readonly message: string }): void {
  notice("failed")(error.message);
}
export const notFound: (message: string) => void = notice("notFound");
export const noData: (message: string) => void = notice("noData");
export const setBladeUnauthorized: (message: string) => void = notice("unauthorized");

const record = (kind: "log" | "trace") => (data: unknown) =>
  void portalHost().then((host) => host.record({ kind, data: cloned(data, kind) }));

/** [D] */
export const log: (entries: unknown) => void = record("log");
/** [D] */
export const trace: (events: unknown) => void = record("trace");

/** Numbers of `Common.Notifications` [T], by what they mean. */
const notificationStatuses: Readonly<Record<number, NotificationState["status"]>> = {
  0: "information",
  1: "warning",
  2: "error",
  4: "success",
};

/**
 * The name is proven for ReactViews, the signature only for the older SDK [B, K]: used in Extension/Portal only. The local
 * portal shows the newest notification of a title; what the real one does is not known.
 */
export function publishNotification(options: {
  readonly title: string;
  readonly description: string;
  readonly status: number;
}): { readonly id: string } {
  const { title, status } = options;
  const notification = { ...options, status: notificationStatuses[status] ?? "information" };
  void portalHost().then((host) => host.notify(title, notification));
  return { id: title };
}
