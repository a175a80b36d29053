import { memo } from "react";
import { useSelected } from "./useSelected";
import type { TabCommand } from "../Model/tabCommand";
import { useFurtherPages } from "../Session/useFindings";
import { FindingsTile } from "./FindingsTile";
import { FindingsTabPage } from "./FindingsTabPage";
import type { Finding, FindingsTab, RegisteredTab } from "../Model/findingsTab";
import { TabLabel } from "./TabLabel";

/** Turns the description of a kind of finding into a tab of the dashboard. */
export function defineTab<T extends Finding>(tab: FindingsTab<T>): RegisteredTab {
  const { columns, filters } = fullestOf(tab);
  return {
    id: tab.id,
    title: tab.title,
    columnKeys: columns.map(({ key }) => key),
    filterKeys: filters.map(({ key }) => key),
    FurtherPages: () => {
      useFurtherPages(tab);
      return null;
    },
    // Each draws itself again when something of its own changes, and not with what is around it.
    Page: memo(() => <FindingsTabPage tab={tab} />),
    Label: memo(() => <TabLabel tab={tab} />),
    useCommands: () => useTabCommands(tab),
    withKind: (take) => take(tab),
    Tile: ({ onSelect }) => <FindingsTile tab={tab} onSelect={onSelect} />,
  };
}

/** The tab with all that plans and people may add to it. */
function fullestOf<T extends Finding>(tab: FindingsTab<T>): Pick<FindingsTab<T>, "columns" | "filters"> {
  return { ...tab, ...tab.forItems?.([], { hasCspm: true, me: "anybody" }) };
}

const noCommands = (): readonly TabCommand[] => [];

/** The commands of a tab for what is selected on it. */
function useTabCommands<T extends Finding>(tab: FindingsTab<T>): readonly TabCommand[] {
  const selected = useSelected(tab);
  const { useCommands = noCommands } = tab;
  return useCommands(selected);
}
