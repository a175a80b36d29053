/**
 * Namespaces that AKS and its add-ons fill: Azure Policy, network policies, application routing, Istio and `az aks command
 * invoke`. ASSUMPTION: what runs in them is AKS's own. Defender for Cloud does not say who deployed a container, and nothing
 * keeps people from deploying there, so the texts of the screens say that too.
 */
const namespaces: ReadonlySet<string> = new Set([
  "aks-command",
  "aks-istio-egress",
  "aks-istio-ingress",
  "aks-istio-system",
  "app-routing-system",
  "calico-system",
  "gatekeeper-system",
  "kube-system",
  "tigera-operator",
]);

/** Whether AKS keeps the containers of a namespace up to date, with upgrades of the cluster and of its node images. */
export function isManagedByAks(namespace: string): boolean {
  return namespaces.has(namespace.toLowerCase());
}
