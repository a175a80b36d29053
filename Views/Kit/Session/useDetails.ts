import type { Services } from "../../../Client/services";
import { useDashboard } from "./dashboardContext";
import type { Loadable } from "../Model/loadable";
import { useLoadable } from "./useLoadable";

/** One finding in full, or another thing by its id. Asked once while the dashboard is open; Refresh asks again. */
export function useDetails<T>(
  kind: string,
  id: string,
  load: (services: Services, signal?: AbortSignal) => Promise<T>,
): Loadable<T> {
  const { services } = useDashboard();
  return useLoadable({
    queryKey: detailsKey(kind, id),
    queryFn: ({ signal }) => load(services, signal),
  });
}

/** Under which key the details of a thing are kept. */
export function detailsKey(kind: string, id: string) {
  return [kind, id.toLowerCase()] as const;
}
