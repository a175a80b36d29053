import { useCallback, useEffect, useReducer, type ReactNode } from "react";
import { withoutFixed } from "../../../Client/QuickFixes/pendingFixes";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useFindings } from "../../Kit/Session/useFindings";
import type { ChangePending } from "./fixOperation";
import { FixesProvider } from "./fixRunner";
import { useFixRunner } from "./useFixRunner";

/** Keeps fixes running, even when the button that started them disappears. */
export function FixesArea({ children }: { readonly children: ReactNode }) {
  const { cluster } = useDashboard();
  const runner = useFixRunner();
  const { pending, changePending } = runner;
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const isOfCluster = useCallback(
    (id: string) => id.startsWith(`${cluster.id.toLowerCase()}/`),
    [cluster.id],
  );
  const isWatching = [...pending].some(([id, { value }]) => isOfCluster(id) && value.fixedAt);
  return (
    <FixesProvider value={runner}>
      {children}
      {isWatching && <Watch isOfCluster={isOfCluster} onChange={changePending} onTick={tick} />}
    </FixesProvider>
  );
}

const aMinute = 60_000;

/** Forgets fixes whose assessment is no longer reported, and shows those still reported after 30 minutes. */
function Watch(props: {
  readonly isOfCluster: (id: string) => boolean;
  readonly onChange: ChangePending;
  /** Called once a minute. */
  readonly onTick: () => void;
}) {
  const { isOfCluster, onChange, onTick } = props;
  const { services } = useDashboard();
  const load = useFindings({
    id: "misconfigurations",
    loadPage: (_, cursor, signal) => services.misconfigurations.listPage(cursor, signal),
  });
  const listing = load.status === "ready" ? load.value.listing : undefined;
  // Only a whole list can tell that something is not in it.
  const reported = listing?.complete && listing.gaps.length === 0 ? listing.items : undefined;
  useEffect(() => {
    if (reported) {
      const failing = reported.map(({ id }) => id);
      onChange((fixes) => {
        const others = [...fixes.keys()].filter((id) => !isOfCluster(id));
        const left = withoutFixed(fixes, [...failing, ...others], new Date());
        return left.size === fixes.size ? fixes : left;
      });
    }
  }, [reported, onChange, isOfCluster]);
  useEffect(() => {
    const timer = setInterval(onTick, aMinute);
    return () => clearInterval(timer);
  }, [onTick]);
  return null;
}
