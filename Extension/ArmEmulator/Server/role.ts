/** A role assignment. */
export interface Role {
  readonly scope: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}
