import type { ReactNode } from "react";
import type { Protection } from "../Kit/Screens/screen";
import { useProtection } from "../Kit/Protection/useProtection";
import { ClusterGone, useClusterGone } from "./ClusterGone";
import { partOnUse } from "../Kit/Screens/partOnUse";

const Prerequisites = partOnUse(
  "prerequisites",
  async () =>
    (await import(/* webpackChunkName: "Actions" */ "../Features/DefenderPlan/Prerequisites")).Prerequisites,
);

/**
 * The dashboard, or why it can't be shown: the cluster doesn't exist, or no plan would find anything. Until that is certain the
 * dashboard is shown, and its tabs say what they know.
 */
export function PrerequisiteGate({ children }: { readonly children: ReactNode }) {
  const protection = useProtection();
  const failure = useClusterGone();
  if (failure) {
    return <ClusterGone failure={failure} />;
  }
  return hasNoPlan(protection) ? <Prerequisites /> : <>{children}</>;
}

function hasNoPlan({ plan, cspm }: Protection): boolean {
  return plan.status === "ready" && !plan.value.isOn && cspm.status === "ready" && !cspm.value;
}
