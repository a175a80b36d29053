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
 * "back" itself, and an open finding that is listed no more. Findings that a key goes through are one step.
 */
export function changeShownView({ view, steps }: ShownView, change: DashboardViewChange): ShownView {
  const next = changeDashboardView(view, change);
  return { view: next, steps: isStep(change, view) && placeOf(next) !== placeOf(view) ? steps + 1 : steps };
}

function isStep(change: DashboardViewChange, view: DashboardView): boolean {
  if (change.type !== "changeTab") {
    return change.type !== "restore";
  }
  const { tab, change: tabChange } = change;
  const goesOn = tabChange.type === "open" && tabChange.goesOn === true;
  return tabChange.type !== "gone" && !(goesOn && tabViewOf(view, tab).open !== undefined);
}

function placeOf(view: DashboardView): string {
  return JSON.stringify([view.tab, tabViewOf(view, view.tab).open]);
}
