import type { BladeReference, NotificationState } from "../../PortalSdk/portalHost";

export interface Notification extends NotificationState {
  readonly id: string;
}

/** What lies over the current page. */
interface ShellState {
  readonly contextPane: BladeReference | undefined;
  readonly childBlade: BladeReference | undefined;
  /** Newest first. */
  readonly notifications: readonly Notification[];
}

export type ShellChange =
  | { readonly type: "openContextPane"; readonly reference: BladeReference }
  | { readonly type: "closeContextPane" }
  | { readonly type: "openBlade"; readonly reference: BladeReference }
  | { readonly type: "closeBlade" }
  | { readonly type: "notify"; readonly notification: Notification }
  | { readonly type: "dismiss"; readonly id: string };

export const quietShell: ShellState = { contextPane: undefined, childBlade: undefined, notifications: [] };

export function changeShell(state: ShellState, change: ShellChange): ShellState {
  switch (change.type) {
    case "openContextPane":
      return { ...state, contextPane: change.reference };
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
