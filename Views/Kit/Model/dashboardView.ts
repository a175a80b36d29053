import { createContext, useCallback, useContext, type Dispatch } from "react";
import { changeTabView, untouchedView, type TabView, type TabViewChange } from "./tabView";

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

interface ViewContext {
  readonly view: DashboardView;
  readonly dispatch: Dispatch<DashboardViewChange>;
}

const context = createContext<ViewContext | undefined>(undefined);

export const DashboardViewProvider = context.Provider;

/** How one tab is looked at, and the way to change it. */
export function useTabView(tab: string): readonly [TabView, (change: TabViewChange) => void] {
  const value = useContext(context);
  if (!value) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  const { view, dispatch } = value;
  const change = useCallback(
    (tabChange: TabViewChange) => dispatch({ type: "changeTab", tab, change: tabChange }),
    [dispatch, tab],
  );
  return [tabViewOf(view, tab), change];
}

/** Goes to another tab and looks at it in a certain way, from wherever something leads there. */
export function useGoToTab(): (tab: string, changes: readonly TabViewChange[]) => void {
  const value = useContext(context);
  if (!value) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  const { dispatch } = value;
  return (tab, changes) => {
    dispatch({ type: "selectTab", tab });
    changes.forEach((change) => dispatch({ type: "changeTab", tab, change }));
  };
}
