import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import { joinPages, type FindingsPage, type Listing } from "../../../Client/Core/listing";
import { useDashboard } from "./dashboardContext";
import { findingsQuery } from "./findingsQuery";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { Findings as Texts } from "../Screens/Findings.resjson";
import type { Loadable } from "../Model/loadable";

/** A part that could not be read while the rest could. */
export interface Lost {
  readonly part: "furtherPages" | "refresh" | "moved";
  readonly failure: Failure;
  /** Tries just this part again. */
  retry(): void;
}

export interface Findings<T> {
  readonly listing: Listing<T>;
  readonly lost: Lost | undefined;
  /** What was read of changes made here that the list may not show yet; absent: there are none. */
  readonly recent?: Loadable<unknown> | undefined;
}

/**
 * Follows the pages of a tab until all are there. One place of the page does so; all others only read: each of them would ask for
 * the next page too.
 */
export function useFurtherPages<T extends Finding>(tab: Pick<FindingsTab<T>, "id" | "loadPage">): void {
  const { services } = useDashboard();
  const query = useInfiniteQuery(findingsQuery(tab, services));
  const { data, hasNextPage, isError, isFetching, fetchNextPage } = query;
  const mayContinue = hasNextPage && !isFetching && !isError;
  // A page that is there at once is never seen to be fetched: only the number of pages tells that there is another one.
  const count = data?.pages.length;
  useEffect(() => {
    if (mayContinue) {
      void fetchNextPage();
    }
  }, [mayContinue, count, fetchNextPage]);
}

/** The findings of a tab, as far as they have been read. The first page shows as soon as it is there. */
export function useFindings<T extends Finding>(
  tab: Pick<FindingsTab<T>, "id" | "loadPage" | "useCurrent">,
): Loadable<Findings<T>> {
  const { services } = useDashboard();
  const query = useInfiniteQuery(findingsQuery(tab, services));
  const { data, error, isFetching, fetchNextPage, refetch } = query;
  const read = data && joinedOnce(data.pages);
  const { useCurrent = asRead } = tab;
  const { items, recent } = useCurrent(read?.items ?? none);
  const listing = useMemo(() => read && (items === read.items ? read : { ...read, items }), [read, items]);
  // While it is read again, what failed before says nothing.
  const lastError = isFetching ? null : error;
  if (!listing) {
    return lastError
      ? { status: "failed", failure: failureOf(lastError), retry: () => void refetch() }
      : { status: "loading" };
  }
  return {
    status: "ready",
    refreshing: query.isRefetching && !query.isFetchingNextPage,
    value: {
      listing,
      recent,
      lost: lastError
        ? lostPart(lastError, listing.complete, fetchNextPage, refetch)
        : movedPart(listing, isFetching, refetch),
    },
  };
}

const joined = new WeakMap<object, Listing<unknown>>();

/** The pages as one list, the same object for every reader: it is computed once, and nothing is announced as new twice. */
function joinedOnce<T>(pages: readonly FindingsPage<T>[]): Listing<T> | undefined {
  const known = joined.get(pages) as Listing<T> | undefined;
  const [first, ...others] = pages;
  const listing = known ?? (first && joinPages(first, others));
  if (listing) {
    joined.set(pages, listing);
  }
  return listing;
}

const none: readonly never[] = [];

function asRead<T>(items: readonly T[]): { readonly items: readonly T[]; readonly recent: undefined } {
  return { items, recent: undefined };
}

/** Rows that changed their page while the pages were read: which are missing isn't known, so that everything is read again. */
function movedPart(
  { unseen }: Listing<unknown>,
  isFetching: boolean,
  refetch: () => Promise<unknown>,
): Lost | undefined {
  const failure = { kind: "conflict", message: Texts.movedReason } as const;
  return unseen === undefined || isFetching
    ? undefined
    : { part: "moved", failure, retry: () => void refetch() };
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
