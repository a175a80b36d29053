import { useQuery, type QueryKey } from "@tanstack/react-query";
import { failureOf } from "../../../Client/Core/failure";
import type { Loadable } from "../Model/loadable";

/** A query as what the views switch on. */
export function useLoadable<T>(query: {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal?: AbortSignal }) => Promise<T>;
  /** False: nothing is asked. */
  readonly enabled?: boolean;
}): Loadable<T> {
  const { data, error, isFetching, refetch } = useQuery(query);
  if (data !== undefined) {
    return { status: "ready", value: data, refreshing: isFetching };
  }
  return error && !isFetching
    ? { status: "failed", failure: failureOf(error), retry: () => void refetch() }
    : { status: "loading" };
}
