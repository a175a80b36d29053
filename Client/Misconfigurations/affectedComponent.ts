import type { Failure } from "../Core/failure";

/** A Kubernetes object that doesn't comply with a policy, as far as the Azure Policy add-on says what it is. */
export interface AffectedComponent {
  /** Kubernetes namespace; `undefined` when the object has none or the service didn't report it. */
  readonly namespace: string | undefined;
  /** Kubernetes kind, such as `Pod`. One of a custom resource is as the service spells it; `undefined` when not reported. */
  readonly kind: string | undefined;
  /** Name of the object, or all that the service reported where its parts can't be told apart. */
  readonly name: string;
}

/** The components that don't comply with one policy. */
export interface AffectedComponents {
  /** Each once, in the service's order. */
  readonly items: readonly AffectedComponent[];
  /** Records that name no component, one failure each. */
  readonly gaps: readonly Failure[];
  /** False when the service has, or may have, more than was read. */
  readonly complete: boolean;
}
