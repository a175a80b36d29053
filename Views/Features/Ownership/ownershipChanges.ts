import type { QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  changesByFinding,
  ownershipAfter,
  type FindingKey,
  type OwnershipChange,
} from "../../../Client/Ownership/underlyingAssessment";
import type { OwnershipService } from "../../../Client/Ownership/ownershipService";
import type { Ownership } from "../../../Client/Core/ownership";
import type { CurrentItems } from "../../Kit/Model/findingsTab";
import { lastKnown, type Loadable } from "../../Kit/Model/loadable";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useLoadable } from "../../Kit/Session/useLoadable";

const changesKey = ["ownershipChanges"] as const;
const none: readonly OwnershipChange[] = [];

/** What was assigned here and lists do not show yet. Refresh asks what they show by now. */
function useOwnershipChanges(): Loadable<readonly OwnershipChange[]> {
  const { services } = useDashboard();
  return useLoadable({
    queryKey: changesKey,
    queryFn: ({ signal }) => services.ownership.pendingChanges(signal),
    initialData: none,
  });
}

/** To be called after each change: every row that rests on what was changed shows it. */
export function showOwnershipChanges(queries: QueryClient, governance: OwnershipService): void {
  queries.setQueryData(changesKey, governance.changes());
}

interface Owned {
  readonly ownership: Ownership;
}

/** Gives a hook that brings the owners of findings up to date with what was changed here. */
export function currentOwnership<T extends Owned>(keyOf: (item: T) => FindingKey) {
  return function useCurrentOwnership(items: readonly T[]): CurrentItems<T> {
    const recent = useOwnershipChanges();
    const changes = lastKnown(recent) ?? none;
    const current = useMemo(() => {
      if (changes.length === 0) {
        return items;
      }
      const byFinding = changesByFinding(changes);
      const today = new Date();
      return items.map((item) => {
        const ownership = ownershipAfter(item.ownership, keyOf(item), byFinding, today);
        return ownership === item.ownership ? item : { ...item, ownership };
      });
    }, [items, changes]);
    return { items: current, recent };
  };
}
