/** The label that takes a pod into quarantine, with its value. */
export const quarantineLabel = { key: "quarantine", value: "isolated" } as const;

/**
 * Manifest of a network policy that denies all traffic from and to the pods in quarantine in a namespace. The name of the
 * namespace must have been checked. It is quoted because a namespace may be called `123` or `null`.
 */
export function quarantinePolicy(namespace: string): string {
  const { key, value } = quarantineLabel;
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: quarantine-deny-all
  namespace: "${namespace}"
spec:
  podSelector:
    matchLabels:
      ${key}: ${value}
  policyTypes:
    - Ingress
    - Egress`;
}
