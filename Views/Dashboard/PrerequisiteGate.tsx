import type { ReactNode } from "react";
import { FailureFacts } from "../Findings/FailureReport";
import { FullScreen } from "../Findings/FullScreen";
import { fillIn } from "../../Client/Core/fillIn";
import type { Protection } from "../Findings/screen";
import { useDashboard } from "../Findings/dashboardContext";
import { useProtection } from "../Findings/useProtection";
import { Dashboard } from "./Dashboard.resjson";
import { Prerequisites } from "./Prerequisites";

/**
 * The dashboard, or what is in its way: a cluster that is not there, or no plan that would find anything. As long as that is not
 * known for certain the dashboard stands, and its tabs say what they know.
 */
export function PrerequisiteGate({ children }: { readonly children: ReactNode }) {
  const { cluster } = useDashboard();
  const protection = useProtection();
  const { profile } = protection;
  if (profile.status === "failed" && profile.failure.kind === "notFound") {
    return (
      <FullScreen tone="broken" title={Dashboard.clusterGoneTitle}>
        <p>{fillIn(Dashboard.clusterGoneText, cluster.id)}</p>
        <FailureFacts failure={profile.failure} />
      </FullScreen>
    );
  }
  return hasNoPlan(protection) ? <Prerequisites /> : <>{children}</>;
}

function hasNoPlan({ plan, cspm }: Protection): boolean {
  return plan.status === "ready" && !plan.value.isOn && cspm.status === "ready" && !cspm.value;
}
