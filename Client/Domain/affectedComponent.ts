import type { Failure } from "./failure";

/** Something in the cluster that goes against a policy, as far as the Azure Policy add-on says what it is. */
export interface AffectedComponent {
  /** Kubernetes namespace; `undefined` when it has none or the service did not say. */
  readonly namespace: string | undefined;
  /** Kubernetes kind, such as `Pod`; `undefined` when the service did not say. */
  readonly kind: string | undefined;
  /** Name of the object, or all that the service said where its parts cannot be told apart. */
  readonly name: string;
  /** Container in the object; `undefined` when it is about the whole object or the service did not say. */
  readonly container: string | undefined;
}

/** The components that go against one policy. */
export interface AffectedComponents {
  /** Each once, in the service's order. */
  readonly items: readonly AffectedComponent[];
  /** Records that name no component, one failure each. */
  readonly gaps: readonly Failure[];
  /** False when the service has, or may have, more than was read. */
  readonly complete: boolean;
}
