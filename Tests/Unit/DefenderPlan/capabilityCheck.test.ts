import { checkFor } from "../../../Client/DefenderPlan/capabilityCheck";
import { aCluster } from "../../Support/aCluster";

const check = (
  name: Parameters<typeof checkFor>[0]["name"],
  reason: Parameters<typeof checkFor>[0]["reason"],
) => checkFor({ name, reason, evidence: [] }, aCluster());

test.each([
  [
    "sensorHealth",
    "healthHidden",
    "sensorHealth",
    /^kubectl get daemonsets --namespace=kube-system microsoft-/,
  ],
  ["sensor", "sensorExcluded", "helm", /--namespace=mdc/],
  ["gating", "sensorExcluded", "helm", /--namespace=mdc/],
  ["publisher", "keysRefused", "publisher", /^kubectl logs /],
  ["enforcement", "enforcementHidden", "enforcement", /^kubectl get validatingadmissionpolicybindings /],
  ["policyAddOn", "noPolicyReport", "policyAddOn", /--namespace=gatekeeper-system/],
  ["alerts", "silence", "alerts", /--namespace=asc-alerttest-662jfi039n$/],
] as const)("%s, %s", (name, reason, about, command) => {
  expect(check(name, reason)).toEqual({ about, command: expect.stringMatching(command) as string });
});

test("role bindings are those of the cluster, quoted", () => {
  const { subscriptionId, resourceGroup, name } = aCluster();
  expect(check("kubernetesApi", "enabledAndDone")?.command).toBe(
    `az aks trustedaccess rolebinding list --subscription='${subscriptionId}' --resource-group='${resourceGroup}' --cluster-name='${name}' --output=table`,
  );
});

test.each([
  ["publisher", "needsSensor"],
  ["gating", "planOff"],
  ["policyAddOn", "policyAddOnOff"],
  ["enforcement", "oldKubernetes"],
  ["registryAccess", "operationNotReported"],
  ["compliance", "noVerdicts"],
] as const)("%s, %s: a command would tell nothing more", (name, reason) => {
  expect(check(name, reason)).toBeUndefined();
});
