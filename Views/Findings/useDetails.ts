import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../../Client/Domain/failure";
import type { Services } from "../../Client/services";
import { useDashboard } from "./dashboardContext";
import type { Loadable } from "./loadable";

/** One finding in full, by its ARM id. Asked once while the dashboard is open; Refresh asks again. */
export function useDetails<T>(
  kind: string,
  id: string,
  load: (services: Services, id: string, signal?: AbortSignal) => Promise<T>,
): Loadable<T> {
  const { services } = useDashboard();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [kind, id.toLowerCase()],
    queryFn: ({ signal }) => load(services, id, signal),
  });
  if (data !== undefined) {
    return { status: "ready", value: data, refreshing: isFetching };
  }
  return error && !isFetching
    ? { status: "failed", failure: failureOf(error), retry: () => void refetch() }
    : { status: "loading" };
}
