import {
  hashQueryKey,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import { failureOf } from "../../../Client/Core/failure";
import type { Loadable } from "../Model/loadable";

interface LoadableQuery<T> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal?: AbortSignal }) => Promise<T>;
  /** False: nothing is asked. */
  readonly enabled?: boolean;
  /** True: what failed is asked again by whatever needs it next. Absent: only where the engineer asks. */
  readonly retryOnMount?: boolean;
  /** What is known without asking; absent: nothing. */
  readonly initialData?: T;
}

/** A query as the {@link Loadable} that views draw from. */
export function useLoadable<T>(query: LoadableQuery<T>): Loadable<T> {
  const answer = useQuery<T>(query);
  useMissedAnswer(query.queryKey, answer);
  return loadableOf<T>(answer);
}

/**
 * react-query 4 tells no one of an answer that comes after a drawing with another key and before its effects, in which it begins
 * to listen (`setOptions` of its `useBaseQuery`). So this draws again, once all effects of the drawing have run.
 */
function useMissedAnswer(
  queryKey: QueryKey,
  { dataUpdatedAt, errorUpdatedAt }: Pick<UseQueryResult, "dataUpdatedAt" | "errorUpdatedAt">,
): void {
  const client = useQueryClient();
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    // By its hash: looking for a key goes through all queries, and this runs after each drawing.
    const known = client.getQueryCache().get(hashQueryKey(queryKey))?.state;
    if (known && (known.dataUpdatedAt !== dataUpdatedAt || known.errorUpdatedAt !== errorUpdatedAt)) {
      drawAgain();
    }
  });
}

/** Any number of queries, in their order. */
export function useLoadables<T>(queries: readonly LoadableQuery<T>[]): readonly Loadable<T>[] {
  return useQueries({ queries: [...queries] }).map((answer) => loadableOf<T>(answer as Answer<T>)); // Each has the type of its query.
}

type Answer<T> = Pick<UseQueryResult<T>, "data" | "dataUpdatedAt" | "error" | "isFetching" | "refetch">;

/** The state of a query. A failed refresh keeps the value and says that it failed. */
export function loadableOf<T>(query: Answer<T>): Loadable<T> {
  const { data, dataUpdatedAt, error, isFetching } = query;
  const retry = () => void query.refetch();
  if (data === undefined) {
    return error && !isFetching
      ? { status: "failed", failure: failureOf(error), retry }
      : { status: "loading" };
  }
  return error
    ? {
        status: "outdated",
        value: data,
        readAt: new Date(dataUpdatedAt),
        failure: failureOf(error),
        refreshing: isFetching,
        retry,
      }
    : { status: "ready", value: data, refreshing: isFetching };
}
