import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import { graphTables } from "../../ResourceGraph/graphTables";
import { readGraphRequest, type GraphRequest } from "../../ResourceGraph/graphRequest";
import { runGraphQuery } from "../../ResourceGraph/runGraphQuery";
import { ArmError } from "../../Server/arm";
import { hasRoleIn, mayDoAt } from "../../Server/rights";
import { asEvaluated } from "../../World/Security/Assessments/currentAssessments";
import type { World } from "../../World/world";

/** Resource Graph. Rows are those that the caller may read; only who has no role anywhere is refused. */
export const queryResources: Operation = {
  method: "POST",
  path: "/providers/Microsoft.ResourceGraph/resources",
  apiVersions: apiVersions.resourceGraph,
  handle({ request, world, roles, now }) {
    const query = readGraphRequest(request.body);
    const asked = asksFor(query, world);
    if (!asked || !hasRoleIn(roles, `/subscriptions/${world.subscriptionId}`)) {
      throw new ArmError(403, "AccessDenied", "Access is denied to the requested resource.", {
        details: [
          {
            code: "AccessDenied",
            message: "The caller cannot read any of the subscriptions in the request.",
          },
        ],
      });
    }
    const asOf = new Date(now.getTime() - world.graphLagSeconds * 1000);
    return {
      status: 200,
      body: runGraphQuery(query, {
        database: () =>
          graphTables(world, {
            mayRead: (type) => mayDoAt(roles, `${type}/read`),
            asOf,
            findings: () => {
              const { assessments, securityRows } = asEvaluated(world, now);
              return { assessments, rows: securityRows };
            },
          }),
        now,
        openQueries: world.openQueries,
      }),
    };
  },
};

/** Whether the request asks for the only subscription that there is, by its id or by the tenant's root group. */
function asksFor({ subscriptions, managementGroups }: GraphRequest, world: World): boolean {
  const scopes = [...subscriptions, ...managementGroups];
  return (
    scopes.length === 0 ||
    subscriptions.includes(world.subscriptionId) ||
    managementGroups.includes(world.tenantId)
  );
}
