/** Part of a DNS name in RFC 1123, as Kubernetes demands it. */
const label = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
const labelOnly = new RegExp(`^${label}$`);
const subdomain = new RegExp(`^${label}(?:\\.${label})*$`);

/** Whether a namespace may be called so: one label of at most 63 characters. */
export function isNamespaceName(text: string): boolean {
  return labelOnly.test(text);
}

/** Whether a pod or a node may be called so: labels with dots between them, at most 253 characters. */
export function isObjectName(text: string): boolean {
  return text.length <= 253 && subdomain.test(text);
}
