import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import {
  policyActions,
  type NewAssignment,
  type PolicyAssignment,
  type PolicyAssignments,
} from "../../../Client/Policy/policyAssignment";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import { allServices, useDashboard, type DashboardDependencies } from "../../Kit/Session/dashboardContext";
import { useLoadable } from "../../Kit/Session/useLoadable";
import type { Loadable } from "../../Kit/Model/loadable";
import type { NeededRights } from "../../Kit/Operations/rights";
import { failedIn, type Operation } from "../../Kit/Operations/operation";
import { detailsKey, useDetails } from "../../Kit/Session/useDetails";
import { PolicyTexts as Text } from "./Policy.resjson";

const assignmentsKind = "policyAssignments";

/** The built-in definition of a GUID. */
export function usePolicyDefinition(policyId: string): Loadable<PolicyDefinition> {
  const { services } = useDashboard();
  return useLoadable(policyDefinitionQuery(services, policyId));
}

/** The query for it. */
export function policyDefinitionQuery(
  { policy }: Pick<DashboardDependencies["services"], "policy">,
  policyId: string,
) {
  return {
    queryKey: detailsKey("policyDefinition", policyId),
    queryFn: ({ signal }: { readonly signal?: AbortSignal }) => policy.definition(policyId, signal),
  };
}

/** Its assignments that reach the cluster. */
export function usePolicyAssignments(definition: PolicyDefinition): Loadable<PolicyAssignments> {
  return useDetails(assignmentsKind, definition.id, ({ policy }, signal) =>
    policy.assignments(definition, signal),
  );
}

/** Assigns a definition, and reads again where it is assigned. */
export const assignPolicy: Operation<PolicyChange, NewAssignment> = {
  items: ({ assignment }) => [assignment],
  title: (_, { definition }) => format(Text.savedTitle, definition.displayName),
  rights: ({ assignment }) => assignmentRights(assignment),
  begins: () => Text.saving,
  run: (assignment, { input: { seen }, services }) => allServices(services).policy.assign(assignment, seen),
  end(run) {
    const failed = failedIn(run);
    return failed
      ? { text: `${failedText(failed.failure)} ${failed.failure.message}`, end: "error" }
      : { text: Text.saved, end: "success" };
  },
  outdated: ({ definition }) => [{ queryKey: detailsKey(assignmentsKind, definition.id) }],
};

/** What it takes to assign a policy at a scope. */
export function assignmentRights({ scope }: Pick<NewAssignment, "scope">): NeededRights {
  return [[{ action: policyActions.write, scope }]];
}

interface PolicyChange {
  readonly definition: PolicyDefinition;
  readonly assignment: NewAssignment;
  /** The one that it replaces, as far as it is known. */
  readonly seen: PolicyAssignment | undefined;
}

/** A write without answer may have been done. */
export function failedText({ kind }: Failure): string {
  return kind === "offline" ? Text.saveUnknown : Text.saveFailed;
}
