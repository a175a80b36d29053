import {
  changeDashboardView,
  tabViewOf,
  type DashboardView,
  type DashboardViewChange,
} from "../Kit/Model/dashboardView";

/** A view, and how many steps of the user led to it. */
export interface ShownView {
  readonly view: DashboardView;
  readonly steps: number;
}

/**
 * What "back" undoes is a step: going to another tab, opening a finding or closing it. Search, filters, sorting and columns
 * refine the place where one is; they come back with it, and take no step of their own. So does what happens without the user:
 * "back" itself, and an open finding that is listed no more.
 */
export function changeShownView({ view, steps }: ShownView, change: DashboardViewChange): ShownView {
  const next = changeDashboardView(view, change);
  const isOwn = change.type !== "restore" && !(change.type === "changeTab" && change.change.type === "gone");
  return { view: next, steps: isOwn && placeOf(next) !== placeOf(view) ? steps + 1 : steps };
}

function placeOf(view: DashboardView): string {
  return JSON.stringify([view.tab, tabViewOf(view, view.tab).open]);
}
