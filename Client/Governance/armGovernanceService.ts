import { createSerializer, type OperationSpec } from "@azure/core-client";
import { apiVersions, armOrigin, callOptions } from "../Azure/arm";
import type { Azure } from "../Azure/azure";
import { asService } from "../Azure/failureFrom";
import { itemsOf } from "../Azure/findingsPage";
import { listArm } from "../Azure/listArm";
import { Messages } from "../Azure/Messages.resjson";
import { readable } from "../Azure/readable";
import { runWholeQuery } from "../Azure/runResourceGraph";
import type { AssessmentBehind, FindingKey, Held } from "../Domain/assessmentBehind";
import type { ClusterScope } from "../Domain/clusterScope";
import { inGroups } from "../Domain/inGroups";
import { recordOf, textOf, type JsonRecord } from "../Domain/json";
import { createRecentAssignments } from "../Domain/recentAssignments";
import {
  assignmentFromWire,
  storedAssignmentFromWire,
  withChange,
  type StoredAssignment,
} from "./assignmentFromWire";
import { behindFromRow, heldFromRow } from "./behindFromRow";
import { assessmentsBehindQuery, assignmentsQuery } from "./governance.query";
import type { GovernanceService } from "./governanceService";

/** How many ids one query names: a query text may not grow without end. */
const mostIds = 50;

/** Governance assignments of assessments in ARM; what they are assigned for is read from Resource Graph. */
export function createArmGovernanceService(azure: Azure, cluster: ClusterScope): GovernanceService {
  const { resourceGraph } = azure;
  const { subscriptionId } = cluster;
  const recent = createRecentAssignments();
  const queryInGroups = async <T>(
    ids: readonly T[],
    commandName: string,
    kqlFor: (group: readonly T[]) => string,
    signal: AbortSignal | undefined,
  ) =>
    Promise.all(
      inGroups(ids, mostIds).map((group) =>
        runWholeQuery(resourceGraph, { commandName, kql: kqlFor(group), subscriptionId }, signal),
      ),
    );
  return {
    async behind(keys, signal) {
      const kqlFor = (group: readonly FindingKey[]) => assessmentsBehindQuery(cluster, group);
      const answers = await queryInGroups(keys, "Dashboard/ListAssessmentsBehind", kqlFor, signal);
      const parts = answers.map((answer) => itemsOf(answer, behindFromRow));
      const held = new Map(recent.changes().map(({ assessment, now }) => [keyOf(assessment), now]));
      const byId = new Map<string, AssessmentBehind>();
      for (const assessment of parts.flatMap(({ items }) => items)) {
        const id = keyOf(assessment);
        byId.set(id, held.has(id) ? { ...assessment, held: held.get(id) } : assessment);
      }
      return {
        assessments: [...byId.values()],
        unreadable: parts.reduce((sum, { unreadable }) => sum + unreadable, 0),
      };
    },

    async get(assessmentId, signal) {
      const [stored] = await listAssignments(azure, assessmentId, signal);
      return stored && assignmentFromWire(stored.properties);
    },

    async assign(assessment, change, now) {
      const [stored] = await listAssignments(azure, assessment.id, undefined);
      const properties = withChange(stored?.properties ?? {}, change, assessment.level, now);
      const name = stored?.name ?? crypto.randomUUID();
      await send(azure, "PUT", `${pathOf(assessment.id)}/${encodeURIComponent(name)}`, { properties });
      const { owner, due } = assignmentFromWire(properties);
      recent.remember({ assessment, now: owner === "" ? undefined : { owner, due } }, new Date());
    },

    async remove(assessment) {
      for (const { name } of await listAssignments(azure, assessment.id, undefined)) {
        await send(azure, "DELETE", `${pathOf(assessment.id)}/${encodeURIComponent(name)}`);
      }
      recent.remember({ assessment, now: undefined }, new Date());
    },

    changes: () => recent.changes(),

    async settledChanges(signal) {
      const ids = recent.changes().map(({ assessment }) => assessment.id);
      const answers = await queryInGroups(ids, "Dashboard/ListAssignments", assignmentsQuery, signal);
      recent.settle(heldByAssessment(answers.flatMap(({ rows }) => rows)), new Date());
      return recent.changes();
    },
  };
}

function keyOf({ id }: { readonly id: string }): string {
  return id.toLowerCase();
}

/**
 * The parameter's description speaks of subscriptions and security connectors, the published example uses a resource: this is
 * the only place that chooses.
 */
function pathOf(assessmentId: string): string {
  return `${assessmentId}/governanceAssignments`;
}

/** Normally one at most. A list at a wider scope than the assessment's resource is cut down to the assessment's own. */
async function listAssignments(
  { arm }: Azure,
  assessmentId: string,
  signal: AbortSignal | undefined,
): Promise<readonly StoredAssignment[]> {
  const path = pathOf(assessmentId);
  const list = { commandName: "Dashboard/ListAssignmentsOf", path, apiVersion: apiVersions.governance };
  const values = await listArm(arm, list, signal);
  return values
    .filter((value) => isBelow(path, value))
    .map((value) => readable(storedAssignmentFromWire(value), Messages.unreadableAssignment));
}

function isBelow(path: string, value: unknown): boolean {
  const id = textOf(recordOf(value).id);
  return id === undefined || id.toLowerCase().startsWith(`${path.toLowerCase()}/`);
}

/** Writes through the security client: the SDK has no operation for it. */
async function send(azure: Azure, method: "PUT" | "DELETE", path: string, body?: JsonRecord): Promise<void> {
  await asService(async () => {
    const client = await azure.security();
    const options = callOptions(`Dashboard/${method === "PUT" ? "Save" : "Delete"}Assignment`, undefined);
    await client.sendOperationRequest({ options, body }, specOf(method, path));
  });
}

function specOf(httpMethod: "PUT" | "DELETE", path: string): OperationSpec {
  return {
    httpMethod,
    baseUrl: armOrigin,
    path: `${path}?api-version=${apiVersions.governance}`,
    ...(httpMethod === "PUT"
      ? {
          requestBody: { parameterPath: "body", mapper: { required: true, type: { name: "any" } } },
          mediaType: "json",
          contentType: "application/json",
        }
      : {}),
    responses: { 200: {}, 201: {}, 204: {}, default: { isError: true } },
    serializer: createSerializer({}, false),
  };
}

function heldByAssessment(rows: readonly JsonRecord[]): ReadonlyMap<string, Held> {
  return new Map(
    rows.flatMap((row) => {
      const id = textOf(row.assessmentId)?.toLowerCase();
      const held = heldFromRow(row);
      return id !== undefined && held ? [[id, held] as const] : [];
    }),
  );
}
