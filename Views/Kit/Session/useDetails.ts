import { useQueryClient } from "@tanstack/react-query";
import type { Services } from "../../../Client/services";
import { useDashboard } from "./dashboardContext";
import type { Loadable } from "../Model/loadable";
import { useLoadable } from "./useLoadable";

type Load<T> = (services: Services, signal?: AbortSignal) => Promise<T>;

/** What {@link useDetails} and {@link useFetchDetails} are asked with. */
export type DetailsOf<T> = readonly [kind: string, id: string, load: Load<T>];

/** One finding in full, or another thing by its id. Asked once while the dashboard is open; Refresh asks again. */
export function useDetails<T>(...[kind, id, load]: DetailsOf<T>): Loadable<T> {
  const { services } = useDashboard();
  return useLoadable(detailsQuery(services, kind, id, load));
}

/** Asks for the details of a thing when something needs them, unless they were read. They needn't be on screen. */
export function useFetchDetails(): <T>(...asked: DetailsOf<T>) => Promise<T> {
  const { services } = useDashboard();
  const queries = useQueryClient();
  return (...[kind, id, load]) =>
    queries.fetchQuery({ ...detailsQuery(services, kind, id, load), staleTime: Infinity });
}

function detailsQuery<T>(services: Services, kind: string, id: string, load: Load<T>) {
  return {
    queryKey: detailsKey(kind, id),
    queryFn: ({ signal }: { readonly signal?: AbortSignal }) => load(services, signal),
  };
}

/** Under which key the details of a thing are kept. */
export function detailsKey(kind: string, id: string) {
  return [kind, id.toLowerCase()] as const;
}
