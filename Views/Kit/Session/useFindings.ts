import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import { joinPages, type Listing } from "../../../Client/Core/listing";
import { useDashboard } from "./dashboardContext";
import { findingsQuery } from "./findingsQuery";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import type { Loadable } from "../Model/loadable";

/** A part that could not be read while the rest could. */
export interface Lost {
  readonly part: "furtherPages" | "refresh";
  readonly failure: Failure;
  /** Tries just this part again. */
  retry(): void;
}

export interface Findings<T> {
  readonly listing: Listing<T>;
  readonly lost: Lost | undefined;
}

/** The findings of a tab. The first page shows as soon as it is there; further pages follow by themselves. */
export function useFindings<T extends Finding>(
  tab: Pick<FindingsTab<T>, "id" | "loadPage" | "useCurrent">,
): Loadable<Findings<T>> {
  const { services } = useDashboard();
  const query = useInfiniteQuery(findingsQuery(tab, services));
  const { data, error, hasNextPage, isError, isFetching, fetchNextPage, refetch } = query;

  const mayContinue = hasNextPage === true && !isFetching && !isError;
  useEffect(() => {
    if (mayContinue) {
      void fetchNextPage();
    }
  }, [mayContinue, fetchNextPage]);

  const pages = data?.pages;
  // What is computed from the items, and what is told of new ones, must not run anew on every render.
  const read = useMemo(() => {
    const [first, ...others] = pages ?? [];
    return first && joinPages(first, others);
  }, [pages]);
  const { useCurrent = asRead } = tab;
  const items = useCurrent(read?.items ?? none);
  const listing = useMemo(() => read && (items === read.items ? read : { ...read, items }), [read, items]);
  if (!listing) {
    return error && !isFetching
      ? { status: "failed", failure: failureOf(error), retry: () => void refetch() }
      : { status: "loading" };
  }
  return {
    status: "ready",
    refreshing: query.isRefetching && !query.isFetchingNextPage,
    value: {
      listing,
      lost: error && !isFetching ? lostPart(error, listing.complete, fetchNextPage, refetch) : undefined,
    },
  };
}

const none: readonly never[] = [];

function asRead<T>(items: readonly T[]): readonly T[] {
  return items;
}

function lostPart(
  error: unknown,
  complete: boolean,
  fetchNextPage: () => Promise<unknown>,
  refetch: () => Promise<unknown>,
): Lost {
  const failure = failureOf(error);
  return complete
    ? { part: "refresh", failure, retry: () => void refetch() }
    : { part: "furtherPages", failure, retry: () => void fetchNextPage() };
}
