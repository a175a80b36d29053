import { notifyManager, useQueryClient } from "@tanstack/react-query";
import type { NewAssignment, PolicyAssignments } from "../../../Client/Policy/policyAssignment";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { Loadable } from "../../Kit/Model/loadable";
import { detailsKey, useDetails } from "../../Kit/Session/useDetails";

const assignmentsKind = "policyAssignments";

/** The built-in definition of a GUID. */
export function usePolicyDefinition(policyId: string): Loadable<PolicyDefinition> {
  return useDetails("policyDefinition", policyId, ({ policy }, signal) =>
    policy.definition(policyId, signal),
  );
}

/** Its assignments that reach the cluster. */
export function usePolicyAssignments(definition: PolicyDefinition): Loadable<PolicyAssignments> {
  return useDetails(assignmentsKind, definition.id, ({ policy }, signal) =>
    policy.assignments(definition, signal),
  );
}

/** Assigns a definition and then, by itself, reads again where it is assigned. Rejects with `FailureError`. */
export function useAssignPolicy(): (assignment: NewAssignment) => Promise<void> {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const readAgain = (definitionId: string) =>
    void queries.invalidateQueries({ queryKey: detailsKey(assignmentsKind, definitionId) });
  return async (assignment) => {
    try {
      await services.policy.assign(assignment);
    } finally {
      // Also after a failure: an unanswered write may have worked. The caller closes first, to avoid a warning of React 17.
      notifyManager.schedule(() => readAgain(assignment.policyDefinitionId));
    }
  };
}
