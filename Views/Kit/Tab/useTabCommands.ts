import type { Finding, FindingsTab } from "../Model/findingsTab";
import type { TabCommand } from "../Model/tabCommand";
import { useSelected } from "./useSelected";

const noCommands = (): readonly TabCommand[] => [];

/** The commands of a tab for what is selected on it. */
export function useTabCommands<T extends Finding>(tab: FindingsTab<T>): readonly TabCommand[] {
  const selected = useSelected(tab);
  const { useCommands = noCommands } = tab;
  return useCommands(selected);
}
