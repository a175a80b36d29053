import { useEffect, useState } from "react";
import type { ClusterScope } from "../../Client/Core/clusterScope";

/** The session of a view about a cluster; `undefined` for the instant until the portal's cache has handed it over. `open` stays the same. */
export function useSession<S>(
  cluster: ClusterScope,
  open: (cluster: ClusterScope) => Promise<S>,
): S | undefined {
  const [session, setSession] = useState<S>();
  useEffect(() => {
    let isCurrent = true;
    void open(cluster).then((found) => {
      if (isCurrent) {
        setSession(found);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [cluster, open]);
  return session;
}
