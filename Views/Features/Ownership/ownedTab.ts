import type { FindingKey } from "../../../Client/Ownership/underlyingAssessment";
import type { Ownership } from "../../../Client/Core/ownership";
import type { Finding, FindingsTab } from "../../Kit/Model/findingsTab";
import type { OwnedRow } from "./ownedRow";
import { currentOwnership } from "./ownershipChanges";
import { useOwnershipActs } from "./useOwnershipActs";

interface Owned extends Finding {
  readonly ownership: Ownership;
}

/** What a tab whose findings somebody may own adds to it: their owners up to date, and the commands about owners. */
export function ownedTab<T extends Owned>(
  tab: string,
  rowOf: (item: T) => OwnedRow,
): Required<Pick<FindingsTab<T>, "useCurrent" | "useCommands">> {
  const keyOf = (item: T): FindingKey => rowOf(item).key;
  return {
    useCurrent: currentOwnership(keyOf),
    useCommands: ({ items }) => useOwnershipActs(tab, items.map(rowOf)),
  };
}
