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
 * The dashboard, or what is in its way: a cluster that is not there, or no plan that would find anything. As long as that is not
 * known for certain the dashboard stands, and its tabs say what they know.
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
