import type { QueryClient, InfiniteData } from "@tanstack/react-query";
import type { FindingsPage } from "../../../Client/Core/listing";
import type { Ownership } from "../../../Client/Core/ownership";
import type { OwnershipChange } from "../../../Client/Ownership/underlyingAssessment";
import type { Finding } from "../../Kit/Model/findingsTab";

const mostOffered = 20;

/** Owners to offer: those given here, then those of the findings of all tabs, the most frequent first. */
export function recentOwners(queries: QueryClient, changes: readonly OwnershipChange[]): readonly string[] {
  const counts = new Map<string, number>();
  const pages = queries
    .getQueriesData<InfiniteData<FindingsPage<Finding>>>(["findings"])
    .flatMap(([, data]) => data?.pages ?? []);
  for (const item of pages.flatMap(({ items }) => items)) {
    for (const owner of ownershipIn(item)?.owners ?? []) {
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
  }
  const given = changes.flatMap(({ now }) => (now ? [now.owner] : [])).reverse();
  const frequent = [...counts].sort(([, left], [, right]) => right - left).map(([owner]) => owner);
  return [...new Set([...given, ...frequent])].slice(0, mostOffered);
}

function ownershipIn(item: Finding): Ownership | undefined {
  return "ownership" in item ? (item.ownership as Ownership) : undefined; // The property has this type in every tab.
}
