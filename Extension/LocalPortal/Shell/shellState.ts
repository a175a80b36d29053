import type { BladeClosed, BladeReference, NotificationState } from "../../PortalSdk/portalHost";
import manifest from "../../../ExtensionManifest.json";

export interface Notification extends NotificationState {
  readonly id: string;
}

export interface Pane {
  /** Differs from that of every other pane. */
  readonly id: string;
  readonly reference: BladeReference;
  /** Tells the view that opened it how it was closed. Only the first call counts. */
  readonly onClosed: (closed: BladeClosed) => void;
}

/** What lies over the current page. */
interface ShellState {
  readonly contextPane: Pane | undefined;
  readonly childBlade: BladeReference | undefined;
  /** Newest first. */
  readonly notifications: readonly Notification[];
}

export type ShellChange =
  | { readonly type: "openContextPane"; readonly pane: Pane }
  | { readonly type: "closeContextPane" }
  | { readonly type: "openBlade"; readonly reference: BladeReference }
  | { readonly type: "closeBlade" }
  | { readonly type: "notify"; readonly notification: Notification }
  | { readonly type: "dismiss"; readonly id: string };

export const quietShell: ShellState = { contextPane: undefined, childBlade: undefined, notifications: [] };

export function changeShell(state: ShellState, change: ShellChange): ShellState {
  switch (change.type) {
    case "openContextPane":
      return { ...state, contextPane: change.pane };
    case "closeContextPane":
      return { ...state, contextPane: undefined };
    case "openBlade":
      return { ...state, childBlade: change.reference };
    case "closeBlade":
      return { ...state, childBlade: undefined };
    case "notify": {
      const others = state.notifications.filter(({ id }) => id !== change.notification.id);
      return { ...state, notifications: [change.notification, ...others] };
    }
    case "dismiss":
      return { ...state, notifications: state.notifications.filter(({ id }) => id !== change.id) };
  }
}

/** Whether a view is one of this extension; all others belong to other extensions and aren't here. */
export function isOwnView(extension: string, view: string): boolean {
  return extension === manifest.name && manifest.views.some(({ name }) => name === view);
}
