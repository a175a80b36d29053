import { useQuery } from "@tanstack/react-query";
import type { AlertDetails } from "../../../Client/Domain/alert";
import { failureOf } from "../../../Client/Domain/failure";
import { useDashboard } from "../../Findings/dashboardContext";
import type { Loadable } from "../../Findings/loadable";

/** One alert in full. Asked once while the dashboard is open; Refresh asks again. */
export function useAlertDetails(id: string): Loadable<AlertDetails> {
  const { services } = useDashboard();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["alert", id.toLowerCase()],
    queryFn: ({ signal }) => services.alerts.get(id, signal),
  });
  if (data) {
    return { status: "ready", value: data, refreshing: isFetching };
  }
  return error && !isFetching
    ? { status: "failed", failure: failureOf(error), retry: () => void refetch() }
    : { status: "loading" };
}
