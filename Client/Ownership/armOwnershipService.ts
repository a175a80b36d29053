import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { itemsOf } from "../Azure/ResourceGraph/findingsPage";
import { type ArmResource, deleteArm, putArm } from "../Azure/Arm/armCalls";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import { armPath } from "../Core/armUrl";
import type {
  UnderlyingAssessment,
  FindingKey,
  CurrentAssignment,
  OwnershipChange,
} from "./underlyingAssessment";
import type { Overlays } from "../Core/overlays";
import type { ClusterScope } from "../Core/clusterScope";
import { createLastSeen } from "../Core/lastSeen";
import { recordOf, textOf, type JsonRecord } from "../Core/json";
import { changesOf, isSameAssignment, withAssignment, withoutShown } from "./recentAssignments";
import { FailureError } from "../Core/failure";
import { format } from "../Core/format";
import {
  assignmentFromWire,
  storedAssignmentFromWire,
  withChange,
  type StoredAssignment,
} from "./assignmentFromWire";
import { underlyingFromRow, currentFromRow } from "./underlyingFromRow";
import { underlyingAssessmentsQuery, assignmentsQuery } from "./ownership.query";
import type { OwnershipService } from "./ownershipService";

/** How many ids one query names: a query text may not grow without end. */
const mostIds = 50;

/** Governance assignments of assessments in ARM; what they are assigned for is read from Resource Graph. */
export function createArmOwnershipService(azure: Azure, cluster: ClusterScope): OwnershipService {
  const { arm, resourceGraph } = azure;
  const { subscriptionId } = cluster;
  let recent: Overlays<OwnershipChange> = new Map();
  const lastSeen = createLastSeen<CurrentAssignment | undefined>(isSameAssignment);
  const remember = (assessment: UnderlyingAssessment, assigned: CurrentAssignment | undefined): void => {
    lastSeen.remember(assessment.id, assigned);
    recent = withAssignment(recent, { assessment, now: assigned }, new Date());
  };
  /** Assignments have no etag: what is there is compared with what the engineer saw. Throws where it is something else. */
  const refuseIfChanged = (
    assessment: UnderlyingAssessment,
    assigned: CurrentAssignment | undefined,
  ): void => {
    if (!lastSeen.mayReplace(assessment.id, assessment.current, assigned)) {
      remember(assessment, assigned);
      throw changedFailure(Messages.ownerChanged, assigned);
    }
  };
  const queryInChunks = async <T>(
    ids: readonly T[],
    commandName: string,
    kqlFor: (group: readonly T[]) => string,
    signal: AbortSignal | undefined,
  ) =>
    Promise.all(
      chunk(ids, mostIds).map((group) =>
        runWholeQuery(resourceGraph, { commandName, kql: kqlFor(group), subscriptionId }, signal),
      ),
    );
  return {
    async underlyingAssessments(keys, signal) {
      const kqlFor = (group: readonly FindingKey[]) => underlyingAssessmentsQuery(cluster, group);
      const answers = await queryInChunks(keys, "Dashboard/ListUnderlyingAssessments", kqlFor, signal);
      const parts = answers.map((answer) => itemsOf(answer, underlyingFromRow));
      const assigned = new Map(changesOf(recent).map(({ assessment, now }) => [keyOf(assessment), now]));
      const byId = new Map<string, UnderlyingAssessment>();
      for (const assessment of parts.flatMap(({ items }) => items)) {
        const id = keyOf(assessment);
        byId.set(id, assigned.has(id) ? { ...assessment, current: assigned.get(id) } : assessment);
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
      refuseIfChanged(assessment, assignmentIn(stored));
      const properties = withChange(stored?.properties ?? {}, change, assessment.level, now);
      const name = stored?.name ?? firstName(assessment.id);
      const resource = assignmentAt(assessment.id, name, "Dashboard/SaveAssignment");
      const saved = await putArm(arm, resource, { properties });
      required(storedAssignmentFromWire(saved), Messages.unconfirmedAssignment, saved);
      const [kept] = await listAssignments(azure, assessment.id, undefined);
      remember(assessment, assignmentIn(kept));
      // Two may write at once: the second one wins, and the first one is told.
      if (!isSameAssignment(assignmentFrom(properties), assignmentIn(kept))) {
        throw changedFailure(Messages.ownerOverwritten, assignmentIn(kept));
      }
    },

    async remove(assessment) {
      const stored = await listAssignments(azure, assessment.id, undefined);
      refuseIfChanged(assessment, assignmentIn(stored[0]));
      for (const { name } of stored) {
        await deleteArm(arm, assignmentAt(assessment.id, name, "Dashboard/DeleteAssignment"));
      }
      remember(assessment, undefined);
    },

    changes: () => changesOf(recent),

    async pendingChanges(signal) {
      const ids = changesOf(recent).map(({ assessment }) => assessment.id);
      const answers = await queryInChunks(ids, "Dashboard/ListAssignments", assignmentsQuery, signal);
      recent = withoutShown(recent, assignmentsByAssessment(answers.flatMap(({ rows }) => rows)), new Date());
      return changesOf(recent);
    },
  };
}

/**
 * Under which name the first assignment of an assessment is made. All who make one at once take the same, or there would be two of
 * them. `assignmentKey` is "the assessment key" in the specification and another GUID in its example: this is the only place that
 * chooses.
 */
function firstName(assessmentId: string): string {
  return assessmentId.split("/").at(-1) ?? assessmentId;
}

/** Owner and due date, the only parts of an assignment that lists show. `undefined`: there's no owner. */
function assignmentFrom(properties: JsonRecord): CurrentAssignment | undefined {
  const { owner, due } = assignmentFromWire(properties);
  return owner === "" ? undefined : { owner, due };
}

function assignmentIn(stored: StoredAssignment | undefined): CurrentAssignment | undefined {
  return stored && assignmentFrom(stored.properties);
}

function changedFailure(text: string, assigned: CurrentAssignment | undefined): FailureError {
  const due = assigned?.due?.toISOString().slice(0, 10) ?? Messages.noDueDate;
  const message = format(text, assigned?.owner ?? Messages.noOwner, due);
  return new FailureError({ kind: "conflict", code: "PreconditionFailed", message });
}

function keyOf({ id }: { readonly id: string }): string {
  return id.toLowerCase();
}

/**
 * The parameter's description speaks of subscriptions and security connectors, the published example uses a resource: this is
 * the only place that chooses.
 */
function assignmentsOf(assessmentId: string): ArmResource {
  return {
    commandName: "Dashboard/ListAssignmentsOf",
    path: armPath`${assessmentId}/governanceAssignments`,
    apiVersion: apiVersions.governance,
  };
}

function assignmentAt(assessmentId: string, name: string, commandName: string): ArmResource {
  const path = armPath`${assessmentId}/governanceAssignments/${name}`;
  return { commandName, path, apiVersion: apiVersions.governance };
}

/** Normally one at most. A list at a wider scope than the assessment's resource is cut down to the assessment's own. */
async function listAssignments(
  { arm }: Azure,
  assessmentId: string,
  signal: AbortSignal | undefined,
): Promise<readonly StoredAssignment[]> {
  const values = await listArm(arm, assignmentsOf(assessmentId), signal);
  return values
    .filter((value) => isBelow(`${assessmentId}/governanceAssignments`, value))
    .map((value) => required(storedAssignmentFromWire(value), Messages.unreadableAssignment));
}

function isBelow(path: string, value: unknown): boolean {
  const id = textOf(recordOf(value).id);
  return id === undefined || id.toLowerCase().startsWith(`${path.toLowerCase()}/`);
}

function assignmentsByAssessment(rows: readonly JsonRecord[]): ReadonlyMap<string, CurrentAssignment> {
  return new Map(
    rows.flatMap((row) => {
      const id = textOf(row.assessmentId)?.toLowerCase();
      const assigned = currentFromRow(row);
      return id !== undefined && assigned ? [[id, assigned] as const] : [];
    }),
  );
}

/** The items in groups of at most `size`, in their order; no group without items. */
function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
