import type { Azure } from "../Azure/Pipeline/azure";
import { runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import { sameArmId } from "../Core/armId";
import type { ClusterScope } from "../Core/clusterScope";
import { failureOf, isCanceled } from "../Core/failure";
import { textOf } from "../Core/json";
import { allowsAction, type Permission, type Right } from "../Core/rbac";
import {
  alertProofQuery,
  complianceProofQuery,
  componentProofQuery,
  misconfigurationProofQuery,
} from "./proof.query";
import type { ProofAnswer, ProofService, ProofSubject } from "./proofService";

const queries: Readonly<Record<ProofSubject["kind"], (cluster: ClusterScope, id: string) => string>> = {
  alert: alertProofQuery,
  component: componentProofQuery,
  misconfiguration: misconfigurationProofQuery,
  compliance: complianceProofQuery,
};

/** Rights at a scope; rejects when they can't be read. */
type PermissionsAt = (scope: string, signal?: AbortSignal) => Promise<readonly Permission[]>;

/**
 * Asks Resource Graph. It answers those who may not read a finding as if there were none, so that no row is proof only together with
 * the right to see it.
 */
export function createArmProofService(
  { resourceGraph }: Azure,
  cluster: ClusterScope,
  permissionsAt: PermissionsAt,
): ProofService {
  const queryOf = ({ kind, id }: ProofSubject) => queries[kind](cluster, id);
  return {
    queryFor: (subject) => Promise.resolve(queryOf(subject)),

    async check(subject, signal) {
      const query = {
        commandName: "Dashboard/CheckFinding",
        kql: queryOf(subject),
        subscriptionId: cluster.subscriptionId,
      };
      const { rows, invalidRows } = await runWholeQuery(resourceGraph, query, signal);
      const asOf = new Date();
      if (rows.some(({ id }) => sameArmId(textOf(id) ?? "", subject.id))) {
        return { state: "open", asOf };
      }
      return rows.length + invalidRows > 0
        ? { state: "unknown", why: "unreadable" }
        : ((await unseen(rightsFor(subject, cluster), permissionsAt, signal)) ?? { state: "gone", asOf });
    },
  };
}

/** Why there might be a row all the same; `undefined`: the caller would see it. */
async function unseen(
  rights: readonly Right[],
  permissionsAt: PermissionsAt,
  signal: AbortSignal | undefined,
): Promise<ProofAnswer | undefined> {
  try {
    const known = await Promise.all(rights.map(({ scope }) => permissionsAt(scope, signal)));
    const right = rights.find(({ action }, index) => !allowsAction(known[index] ?? [], action));
    return right && { state: "unknown", why: "permission", right };
  } catch (error) {
    if (isCanceled(error)) {
      throw error;
    }
    return { state: "unknown", why: "rightsUnread", failure: failureOf(error) };
  }
}

const readAssessments = "Microsoft.Security/assessments/read";

/** What it takes to see the rows of a finding, where they lie. */
function rightsFor({ kind, id }: ProofSubject, cluster: ClusterScope): readonly Right[] {
  switch (kind) {
    case "alert":
      return [{ action: "Microsoft.Security/locations/alerts/read", scope: groupOf(id) }];
    case "misconfiguration":
    case "component":
      return [{ action: readAssessments, scope: isIn(cluster, id) ? cluster.id : groupOf(id) }];
    case "compliance":
      return [
        { action: readAssessments, scope: cluster.id },
        {
          action:
            "Microsoft.Security/regulatoryComplianceStandards/regulatoryComplianceControls/regulatoryComplianceAssessments/read",
          scope: cluster.subscriptionScope,
        },
      ];
  }
}

function isIn(cluster: ClusterScope, id: string): boolean {
  return `${id}/`.toLowerCase().startsWith(`${cluster.id}/`.toLowerCase());
}

/** The resource group, or the subscription, that something lies in. */
function groupOf(id: string): string {
  return /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?/i.exec(id)?.[0] ?? id;
}
