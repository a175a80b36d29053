import { MessageBar, MessageBarType } from "@fluentui/react";
import { policyPrerequisites } from "../../../Client/Policy/policyPrerequisites";
import type { Loadable } from "../../Kit/Model/loadable";
import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { protectionQueries } from "../../Kit/Protection/protectionQueries";
import { prerequisiteLabels } from "./policyLabels";

/** What must happen in this cluster before the policy does anything in it; nothing while that is being read. */
export function PolicyPrerequisites() {
  const cluster = useClusterNow();
  if (cluster.status === "loading") {
    return null;
  }
  return (
    <>
      {policyPrerequisites(cluster.status === "ready" ? cluster.value : undefined).map((prerequisite) => (
        <MessageBar key={prerequisite} messageBarType={MessageBarType.warning} isMultiline>
          {prerequisiteLabels[prerequisite]}
        </MessageBar>
      ))}
    </>
  );
}

/** The cluster as the dashboard read it last. */
export function useClusterNow(): Loadable<ClusterNow> {
  return useLoadable(protectionQueries(useDashboard().services).profile);
}
