import { clusterPlan, clusterRights, unwritable } from "./clusterFix";
import { valueAt, withValue } from "./mergeJson";
import { refused, type FixInputs, type LiveCluster, type QuickFix } from "./quickFix";
import { quickFixKeys } from "./quickFixKeys";

/** Spelled `azurepolicy` by AKS and `azurePolicy` by the policies about it; here any spelling is the same. */
const enabled = ["properties", "addonProfiles", "azurepolicy", "enabled"];

/** Installs the Azure Policy add-on (policies 0a15ec92-a229-4763-bb14-0ea34a568f8d and a8eff44f-8c92-45c3-a3fb-9880802d67a7). */
export const policyAddOnFix: QuickFix<FixInputs["policyAddOn"]> = {
  recommendation: quickFixKeys.policyAddOn,
  reads: [],
  rights: clusterRights,
  isFixed,
  plan(live) {
    return isFixed(live)
      ? refused("alreadyFixed")
      : (unwritable(live) ?? clusterPlan(live, withValue(live.body, enabled, true)));
  },
};

function isFixed({ body }: LiveCluster): boolean {
  return valueAt(body, enabled) === true;
}
