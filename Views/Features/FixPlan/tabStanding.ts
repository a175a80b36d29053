import type { Level, LevelCounts } from "../../../Client/Core/level";
import type { Finding, FindingsTab, RegisteredTab } from "../../Kit/Model/findingsTab";
import { knownLevels } from "../../Kit/Model/knownLevels";
import { openCount } from "../../Kit/Model/openFindings";
import type { NodeSight } from "../../Kit/Protection/useNodeSight";
import type { Screen } from "../../Kit/Screens/screen";
import { useScreen } from "../../Kit/Screens/useScreen";

/** How the list of a tab stands: its numbers, and what of it can't be seen. */
export interface TabStanding {
  readonly id: string;
  readonly title: string;
  readonly noun: string;
  /** Where the action must be allowed without which nothing can be read. */
  readonly readScope: "resourceGroup" | "subscription";
  readonly screen: Screen<Finding>;
  readonly nodes: NodeSight;
  /** Worst first. */
  readonly levels: readonly Level[];
  /** How many of those that are open have each level; `undefined`: not known. */
  readonly counts: LevelCounts | undefined;
  /** How many are open; `undefined`: not known. */
  readonly total: number | undefined;
}

type UseStanding = () => TabStanding;

/** A hook for how all tabs stand, in their order. They stay the same while a dashboard is open. */
export function standingsHookOf(tabs: readonly RegisteredTab[]): () => readonly TabStanding[] {
  const hooks = tabs.map((tab) => tab.withKind(standingHookOf));
  return () => hooks.map((useStanding) => useStanding());
}

function standingHookOf<T extends Finding>(tab: FindingsTab<T>): UseStanding {
  return () => useTabStanding(tab);
}

/** Where there's nothing, the number is zero only if that is certain. */
function useTabStanding<T extends Finding>(tab: FindingsTab<T>): TabStanding {
  const { id, title, noun, readScope, levels } = tab;
  const { screen, nodes } = useScreen(tab);
  const listing = screen.kind === "findings" ? screen.findings.listing : undefined;
  const isClean = screen.kind === "clean" && screen.doubts.length === 0;
  return {
    id,
    title,
    noun,
    readScope,
    screen,
    nodes,
    levels,
    counts: listing ? knownLevels(tab, listing) : isClean ? {} : undefined,
    total: listing ? openCount(tab, listing) : isClean ? 0 : undefined,
  };
}
