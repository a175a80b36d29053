import type { ClusterScope } from "../Core/clusterScope";
import { isAzValue, shellWord } from "../Core/shellWord";
import type { Capability } from "./capability";

/** A command by which an engineer finds out what Azure doesn't tell. Nothing here runs it. */
export interface CapabilityCheck {
  /** What it's about, as a key of the texts. */
  readonly about: CheckName;
  /** For a POSIX shell. */
  readonly command: string;
}

export type CheckName =
  | "sensorHealth"
  | "helm"
  | "publisher"
  | "gating"
  | "enforcement"
  | "policyAddOn"
  | "kubernetesApi"
  | "alerts";

/**
 * Names of what the sensor is made of: learn.microsoft.com, defender-for-containers-architecture. The custom resource of gating rules
 * and the namespace of Helm stand in public posts only.
 */
const commands: Readonly<Record<Exclude<CheckName, "kubernetesApi">, string>> = {
  sensorHealth:
    "kubectl get daemonsets --namespace=kube-system microsoft-defender-collector-ds microsoft-defender-publisher-ds --output=wide",
  helm: "kubectl get daemonsets --namespace=mdc --output=wide",
  publisher: "kubectl logs --namespace=kube-system daemonset/microsoft-defender-publisher-ds --tail=50",
  gating: "kubectl get securityartifactpolicies.defender.microsoft.com --output=yaml",
  enforcement:
    "kubectl get validatingadmissionpolicybindings --output=custom-columns=NAME:.metadata.name,ACTIONS:.spec.validationActions",
  policyAddOn: "kubectl get pods --namespace=gatekeeper-system --output=wide",
  alerts: "kubectl get pods --namespace=asc-alerttest-662jfi039n",
};

/** The way to find out about a capability; `undefined`: there's nothing to find out, or no way. */
export function checkFor({ name, reason }: Capability, cluster: ClusterScope): CapabilityCheck | undefined {
  const about = reason === "sensorExcluded" ? "helm" : isConclusive(reason) ? undefined : checkNamed(name);
  if (about === undefined) {
    return undefined;
  }
  const command = about === "kubernetesApi" ? roleBindings(cluster) : commands[about];
  return command === undefined ? undefined : { about, command };
}

/** Where a look at the cluster adds nothing. */
function isConclusive(reason: Capability["reason"]): boolean {
  return [
    "needsSensor",
    "sensorOff",
    "planOff",
    "clusterStopped",
    "policyAddOnOff",
    "oldKubernetes",
    "gatingOldKubernetes",
    "gatingNeedsFindings",
  ].includes(reason);
}

function checkNamed(name: Capability["name"]): CheckName | undefined {
  switch (name) {
    case "sensor":
      return "sensorHealth";
    case "registryAccess":
    case "agentlessScanning":
    case "vulnerabilities":
    case "misconfigurations":
    case "compliance":
      return undefined;
    default:
      return name;
  }
}

function roleBindings({ subscriptionId, resourceGroup, name }: ClusterScope): string | undefined {
  return [subscriptionId, resourceGroup, name].every(isAzValue)
    ? `az aks trustedaccess rolebinding list --subscription=${shellWord(subscriptionId)} --resource-group=${shellWord(resourceGroup)} --cluster-name=${shellWord(name)} --output=table`
    : undefined;
}
