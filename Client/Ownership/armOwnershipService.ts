import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { itemsOf } from "../Azure/ResourceGraph/findingsPage";
import { type ArmResource, deleteArm, putArm } from "../Azure/Arm/armCalls";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import { armPath } from "../Core/armUrl";
import type { UnderlyingAssessment, FindingKey, CurrentAssignment } from "./underlyingAssessment";
import type { ClusterScope } from "../Core/clusterScope";
import { createLastSeen } from "../Core/lastSeen";
import { recordOf, textOf, type JsonRecord } from "../Core/json";
import { createRecentAssignments, isSameAssignment, type RecentAssignments } from "./recentAssignments";
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
import { firstName } from "./assignmentName";
import type { OwnershipService } from "./ownershipService";

/** How many ids one query names: a query text may not grow without end. */
const mostIds = 50;

/** `undefined`: no owner. */
type Assigned = CurrentAssignment | undefined;

/** Governance assignments of assessments in ARM; what they are assigned for is read from Resource Graph. */
export function createArmOwnershipService(
  azure: Azure,
  cluster: ClusterScope,
  recent = createRecentAssignments(),
): OwnershipService {
  const { arm, resourceGraph } = azure;
  const { subscriptionId } = cluster;
  const lastSeen = createLastSeen<Assigned>(isSameAssignment);
  const remember = (assessment: UnderlyingAssessment, assigned: Assigned): void => {
    lastSeen.remember(assessment.id, assigned);
    recent.remember({ assessment, now: assigned }, new Date());
  };
  /** Assignments have no etag: what is there is compared with what the engineer saw. Throws where it is something else. */
  const refuseIfChanged = (assessment: UnderlyingAssessment, assigned: Assigned): void => {
    if (!lastSeen.mayReplace(assessment.id, assessment.current, assigned)) {
      remember(assessment, assigned);
      throw changedFailure(Messages.ownerChanged, assigned);
    }
  };
  const queryInChunks = <T>(
    ids: readonly T[],
    commandName: string,
    kqlFor: (group: readonly T[]) => string,
    signal: AbortSignal | undefined,
  ) =>
    inChunks(ids, (group) =>
      runWholeQuery(resourceGraph, { commandName, kql: kqlFor(group), subscriptionId }, signal),
    );
  return {
    async underlyingAssessments(keys, signal) {
      const kqlFor = (group: readonly FindingKey[]) => underlyingAssessmentsQuery(cluster, group);
      const answers = await queryInChunks(keys, "Dashboard/ListUnderlyingAssessments", kqlFor, signal);
      const parts = answers.map((answer) => itemsOf(answer, underlyingFromRow));
      return {
        assessments: upToDate(
          parts.flatMap(({ items }) => items),
          recent,
        ),
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

    changes: () => recent.changes(),

    async pendingChanges(signal) {
      const ids = recent.changes().map(({ assessment }) => assessment.id);
      const answers = await queryInChunks(ids, "Dashboard/ListAssignments", assignmentsQuery, signal);
      recent.forgetShown(assignmentsByAssessment(answers.flatMap(({ rows }) => rows)), new Date());
      return recent.changes();
    },
  };
}

/** Each assessment once, with what was assigned to it a moment ago. */
function upToDate(
  assessments: readonly UnderlyingAssessment[],
  recent: RecentAssignments,
): readonly UnderlyingAssessment[] {
  const byId = new Map(assessments.map((assessment) => [assessment.id.toLowerCase(), assessment]));
  return [...byId.values()].map((assessment) => {
    const change = recent.changeOf(assessment.id);
    return change ? { ...assessment, current: change.now } : assessment;
  });
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

/** Asks for the ids in groups of at most {@link mostIds}, in their order; nothing is asked without any. */
function inChunks<T, R>(ids: readonly T[], ask: (group: readonly T[]) => Promise<R>): Promise<readonly R[]> {
  const count = Math.ceil(ids.length / mostIds);
  const groups = Array.from({ length: count }, (_, index) =>
    ids.slice(index * mostIds, (index + 1) * mostIds),
  );
  return Promise.all(groups.map(ask));
}
