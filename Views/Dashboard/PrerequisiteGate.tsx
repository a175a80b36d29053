import type { ReactNode } from "react";
import { FailureFacts } from "../Kit/Screens/FailureReport";
import { FullScreen } from "../Kit/Screens/FullScreen";
import { format } from "../../Client/Core/format";
import type { Protection } from "../Kit/Screens/screen";
import { useDashboard } from "../Kit/Session/dashboardContext";
import { useProtection } from "../Kit/Protection/useProtection";
import { Dashboard } from "./Dashboard.resjson";
import { Prerequisites } from "../Features/DefenderPlan/Prerequisites";

/**
 * The dashboard, or why it can't be shown: the cluster doesn't exist, or no plan would find anything. Until that is certain the
 * dashboard is shown, and its tabs say what they know.
 */
export function PrerequisiteGate({ children }: { readonly children: ReactNode }) {
  const { cluster } = useDashboard();
  const protection = useProtection();
  const { profile } = protection;
  if ("failure" in profile && profile.failure.kind === "notFound") {
    return (
      <FullScreen tone="broken" title={Dashboard.clusterGoneTitle}>
        <p>{format(Dashboard.clusterGoneText, cluster.id)}</p>
        <FailureFacts failure={profile.failure} />
      </FullScreen>
    );
  }
  return hasNoPlan(protection) ? <Prerequisites /> : <>{children}</>;
}

function hasNoPlan({ plan, cspm }: Protection): boolean {
  return plan.status === "ready" && !plan.value.isOn && cspm.status === "ready" && !cspm.value;
}
