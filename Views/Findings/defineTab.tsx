import { FindingsTile } from "./FindingsTile";
import { FindingsTabPage } from "./FindingsTabPage";
import type { Finding, FindingsTab, RegisteredTab } from "./findingsTab";
import { TabLabel } from "./TabLabel";
import { useTabCommands } from "./useTabCommands";

/** Turns the description of a kind of finding into a tab of the dashboard. */
export function defineTab<T extends Finding>(tab: FindingsTab<T>): RegisteredTab {
  return {
    id: tab.id,
    title: tab.title,
    Page: () => <FindingsTabPage tab={tab} />,
    Label: () => <TabLabel tab={tab} />,
    useCommands: () => useTabCommands(tab),
    Tile: ({ onSelect }) => <FindingsTile tab={tab} onSelect={onSelect} />,
  };
}
