/** An assignment of a definition or an initiative at a scope. */
export interface PolicyAssignment {
  readonly id: string;
  readonly name: string;
  /** ARM id of what it is about, and all in it. */
  readonly scope: string;
  readonly properties: Readonly<Record<string, unknown>> & {
    readonly policyDefinitionId: string;
    readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
  };
  /** By which it makes changes; `undefined`: it only looks. */
  readonly identity?: AssignmentIdentity | undefined;
  /** Of the identity. */
  readonly location?: string | undefined;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Of the last replacement; absent: it is as it was made. */
  readonly changed?: { readonly at: Date; readonly by: string };
}

/** As ARM shows it. One that the system gives has a principal; others are named by the caller. */
interface AssignmentIdentity {
  readonly type: "SystemAssigned" | "UserAssigned";
  readonly principalId?: string;
  readonly tenantId?: string;
  readonly userAssignedIdentities?: unknown;
}

export const assignmentId = (scope: string, name: string): string =>
  `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`;
