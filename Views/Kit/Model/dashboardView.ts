import { createContext, useMemo, type Dispatch } from "react";
import { changeTabView, untouchedView, type TabView, type TabViewChange } from "./tabView";
import { useProvided } from "../Controls/useProvided";

/** How a dashboard is looked at: one serializable object. */
export interface DashboardView {
  readonly tab: string;
  readonly tabs: Readonly<Record<string, TabView>>;
}

export type DashboardViewChange =
  | { readonly type: "selectTab"; readonly tab: string }
  | { readonly type: "changeTab"; readonly tab: string; readonly change: TabViewChange }
  /** Looks at everything as it was looked at before; columns stay as they are, for they are liked so by now. */
  | { readonly type: "restore"; readonly view: DashboardView };

export function changeDashboardView(view: DashboardView, change: DashboardViewChange): DashboardView {
  switch (change.type) {
    case "selectTab":
      return { ...view, tab: change.tab };
    case "changeTab": {
      const tabView = changeTabView(tabViewOf(view, change.tab), change.change);
      return { ...view, tabs: { ...view.tabs, [change.tab]: tabView } };
    }
    case "restore":
      return { ...change.view, tabs: withColumnsOf(view, change.view.tabs) };
  }
}

function withColumnsOf(view: DashboardView, tabs: DashboardView["tabs"]): DashboardView["tabs"] {
  const ids = new Set([...Object.keys(view.tabs), ...Object.keys(tabs)]);
  return Object.fromEntries(
    [...ids].map((id) => [id, { ...(tabs[id] ?? untouchedView), columns: tabViewOf(view, id).columns }]),
  );
}

export function tabViewOf(view: DashboardView, tab: string): TabView {
  return view.tabs[tab] ?? untouchedView;
}

const viewContext = createContext<DashboardView | undefined>(undefined);
/** Apart from the view: what only changes it is not drawn again whenever it has changed. */
const dispatchContext = createContext<Dispatch<DashboardViewChange> | undefined>(undefined);

export const DashboardViewProvider = viewContext.Provider;
export const DashboardDispatchProvider = dispatchContext.Provider;

/** How one tab is looked at, and the way to change it. */
export function useTabView(tab: string): readonly [TabView, (change: TabViewChange) => void] {
  const view = useProvided(viewContext);
  return [tabViewOf(view, tab), useChangeTabView(tab)];
}

/** The way to change how one tab is looked at. */
export function useChangeTabView(tab: string): (change: TabViewChange) => void {
  const dispatch = useProvided(dispatchContext);
  return useMemo(() => (change) => dispatch({ type: "changeTab", tab, change }), [dispatch, tab]);
}

/** Goes to another tab and looks at it in a certain way, from wherever something leads there. */
export function useGoToTab(): (tab: string, changes: readonly TabViewChange[]) => void {
  const dispatch = useProvided(dispatchContext);
  return (tab, changes) => {
    dispatch({ type: "selectTab", tab });
    changes.forEach((change) => dispatch({ type: "changeTab", tab, change }));
  };
}
