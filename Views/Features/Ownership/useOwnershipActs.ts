import { lastKnown } from "../../Kit/Model/loadable";
import { isResolved } from "../../../Client/Core/ownership";
import type { TabCommand } from "../../Kit/Model/tabCommand";
import { useRuns } from "../../Kit/Operations/useOperations";
import { usePermission } from "../../Kit/Operations/rights";
import { useProtection } from "../../Kit/Protection/useProtection";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { hasOwner, isFullyOwned, ownershipActs, type OwnedRow, type OwnershipAct } from "./ownedRow";
import { useOwnershipForm } from "./useOwnershipForm";
import { ownerRights } from "./ownerRights";

const words: Readonly<Record<OwnershipAct, Pick<TabCommand, "text" | "icon">>> = {
  assign: { text: Text.assign, icon: "AddFriend" },
  edit: { text: Text.edit, icon: "EditContact" },
  remove: { text: Text.remove, icon: "UserRemove" },
};

/**
 * The commands about the owners of rows of a tab. Without Defender CSPM each of them explains itself and leads to the plan,
 * with any selection.
 */
export function useOwnershipActs(tab: string, rows: readonly OwnedRow[]): readonly TabCommand[] {
  const { cspm } = useProtection();
  const run = useRuns().runs[tab];
  const whyNot = usePermission(
    ownerRights,
    ownershipActs.map((act) => ({ act })),
  );
  const open = useOwnershipForm();
  const lacksCspm = lastKnown(cspm) === false;
  const isRunning = run !== undefined && run.status !== "ended";
  return ownershipActs.map((act, index) => ({
    key: act,
    ...words[act],
    disabledBecause: lacksCspm
      ? undefined
      : isRunning
        ? Text.running
        : (unfitness(act, rows) ?? whyNot[index]),
    onSelect: () => open({ act, tab, rows }),
  }));
}

/** Why the command doesn't apply to the rows. */
function unfitness(act: OwnershipAct, rows: readonly OwnedRow[]): string | undefined {
  const failing = rows.filter(({ ownership }) => !isResolved(ownership.status));
  if (failing.length === 0) {
    return rows.length === 0 ? Text.nothingSelected : Text.allSettled;
  }
  if (act === "assign") {
    return failing.every(isFullyOwned) ? Text.allOwned : undefined;
  }
  return failing.some(hasOwner) ? undefined : Text.noneOwned;
}
