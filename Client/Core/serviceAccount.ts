/** A service account of Kubernetes: it exists in one namespace, and every namespace has one called `default`. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** Reads the user name under which a service account calls the API, `system:serviceaccount:<namespace>:<name>`. */
export function serviceAccountOfUser(user: string): ServiceAccount | undefined {
  const match = /^system:serviceaccount:([^:]+):([^:]+)$/i.exec(user.trim());
  const [, namespace, name] = match ?? [];
  return namespace === undefined || name === undefined ? undefined : { namespace, name };
}
