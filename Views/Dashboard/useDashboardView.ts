import { useCallback, useEffect, useReducer, useState, type Dispatch } from "react";
import type { Host } from "../../Client/Core/host";
import { usualLayout } from "../Kit/Model/columnLayout";
import { tabViewOf, type DashboardView, type DashboardViewChange } from "../Kit/Model/dashboardView";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import type { GridSettings } from "../Kit/Grid/gridSettings";
import { viewFromText, type LinkProblem } from "./readViewText";
import { changeShownView } from "./shownView";
import { useViewAddress } from "./useViewAddress";
import { viewToText } from "./viewText";

export interface DashboardViewState {
  readonly view: DashboardView;
  readonly dispatch: Dispatch<DashboardViewChange>;
  /** What the link that opened the page says and could not be followed. */
  readonly problems: readonly LinkProblem[];
  forgetProblems(): void;
  /** Text for a link to what is seen; `undefined`: it would be too long. */
  readonly linkText: string | undefined;
}

/** How the dashboard is looked at: at first as the text of a link says, then as the user or the portal's history changes it. */
export function useDashboardView(
  tabs: readonly RegisteredTab[],
  text: string,
  { host, settings }: { readonly host: Host; readonly settings: GridSettings },
): DashboardViewState {
  const first = tabs[0]?.id ?? "";
  const [opened] = useState(() => ({ text, ...viewFromText(text, tabs) }));
  const [problems, setProblems] = useState(opened.problems);
  const [{ view, steps }, change] = useReducer(changeShownView, { view: opened.view, steps: 0 });
  const seen = withSettings(view, settings);
  const isNews = useViewAddress(host, opened.text, { text: viewToText(seen, first) ?? "", steps });

  useEffect(() => {
    if (isNews(text)) {
      const read = viewFromText(text, tabs);
      setProblems(read.problems);
      change({ type: "restore", view: read.view });
    }
    // Only what the portal gives is news; the rest is new with every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);

  const dispatch = useCallback(
    (next: DashboardViewChange) => {
      if (isAboutGone(next) && tabViewOf(opened.view, next.tab).open === next.change.id) {
        setProblems((known) => [...known, { kind: "finding" }]);
      }
      change(next);
    },
    [opened],
  );
  const forgetProblems = useCallback(() => setProblems([]), []);
  const linkText = viewToText(withColumns(seen, view.tab), first);
  return { view, dispatch, problems, forgetProblems, linkText };
}

type TabChange = Extract<DashboardViewChange, { readonly type: "changeTab" }>;
type Gone = TabChange & { readonly change: { readonly type: "gone" } };

function isAboutGone(change: DashboardViewChange): change is Gone {
  return change.type === "changeTab" && change.change.type === "gone";
}

/** With the columns as the user likes them, where the view itself does not say how they are. */
function withSettings(view: DashboardView, { columns }: GridSettings): DashboardView {
  const liked = Object.entries(columns).map(([id, layout]) => {
    const tabView = tabViewOf(view, id);
    return [id, { ...tabView, columns: tabView.columns ?? layout }] as const;
  });
  return { ...view, tabs: { ...view.tabs, ...Object.fromEntries(liked) } };
}

/** A link carries the columns even when they are the default: the person who opens it may have other settings. */
function withColumns(view: DashboardView, id: string): DashboardView {
  const tabView = tabViewOf(view, id);
  return { ...view, tabs: { ...view.tabs, [id]: { ...tabView, columns: tabView.columns ?? usualLayout } } };
}
