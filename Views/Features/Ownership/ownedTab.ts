import type { FindingKey } from "../../../Client/Ownership/underlyingAssessment";
import type { Ownership } from "../../../Client/Core/ownership";
import type { Finding, FindingsTab } from "../../Kit/Model/findingsTab";
import type { OwnedRow } from "./ownedRow";
import { currentOwnership } from "./ownershipChanges";
import { useOwnershipActs } from "./useOwnershipActs";

interface Owned extends Finding {
  readonly ownership: Ownership;
}

/** Adds ownership to a tab: the current owners of its findings, and the commands about owners. */
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
