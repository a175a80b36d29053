import type { FindingKey } from "../../../Client/Ownership/underlyingAssessment";
import type { Ownership } from "../../../Client/Core/ownership";
import type { Finding, FindingsTab } from "../../Kit/Model/findingsTab";
import { noOffer, type TriageOffers } from "../../Kit/Triage/triage";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import type { OwnedRow } from "./ownedRow";
import { currentOwnership } from "./ownershipChanges";
import { useOwnershipActs } from "./useOwnershipActs";

interface Owned extends Finding {
  readonly ownership: Ownership;
}

/** What keys do about the owners of rows: assign one, or edit where each has one. The status follows from that. */
export function useOwnerOffers(
  tab: string,
  rows: readonly OwnedRow[],
): Pick<TriageOffers, "owner" | "status"> {
  const acts = useOwnershipActs(tab, rows);
  const offered = ["assign", "edit"].flatMap((key) => acts.find((act) => act.key === key) ?? []);
  const status = noOffer(Text.statusByOwner);
  return {
    owner: offered.find(({ disabledBecause }) => disabledBecause === undefined) ?? offered[0] ?? status,
    status,
  };
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
