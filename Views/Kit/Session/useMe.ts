import { lastKnown } from "../Model/loadable";
import { useDashboard } from "./dashboardContext";
import { useLoadable } from "./useLoadable";

/** Email address of who is signed in; `undefined` while, or where, the portal does not say. */
export function useMe(): string | undefined {
  const { host } = useDashboard();
  const user = useLoadable({ queryKey: ["me"], queryFn: () => host.currentUser() });
  return lastKnown(user)?.email || undefined;
}
