import type { Services } from "../../Client/services";
import { useDashboard } from "./dashboardContext";
import type { Loadable } from "./loadable";
import { useLoadable } from "./useLoadable";

/** One finding in full, by its ARM id. Asked once while the dashboard is open; Refresh asks again. */
export function useDetails<T>(
  kind: string,
  id: string,
  load: (services: Services, id: string, signal?: AbortSignal) => Promise<T>,
): Loadable<T> {
  const { services } = useDashboard();
  return useLoadable({
    queryKey: [kind, id.toLowerCase()],
    queryFn: ({ signal }) => load(services, id, signal),
  });
}
