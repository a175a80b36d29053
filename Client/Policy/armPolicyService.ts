import { apiVersions, callOptions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { asService } from "../Azure/Pipeline/failureFrom";
import { getArm, getArmOrAbsent } from "../Azure/Arm/armCalls";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { readRows } from "../Azure/ResourceGraph/findingsPage";
import { armPath, armSegment, type ArmPath } from "../Core/armUrl";
import { isCanceled, FailureError, failureOf, type Failure } from "../Core/failure";
import { ChangedError } from "../Core/changed";
import type { ClusterScope } from "../Core/clusterScope";
import type { JsonRecord } from "../Core/json";
import { jsonChanges } from "../Core/jsonChanges";
import { sameJson } from "../Core/sameJson";
import { createLastSeen } from "../Core/lastSeen";
import type { PolicyAssignment } from "./policyAssignment";
import type { PolicyDefinition } from "./policyDefinition";
import { initiativeFromWire, type Initiative } from "./initiativeFromWire";
import { anyAssignmentFromWire, assignmentFor, type AnyAssignment } from "./policyAssignmentFromWire";
import { policyDefinitionFromWire } from "./policyDefinitionFromWire";
import type { PolicyService } from "./policyService";

const apiVersion = apiVersions.policy;

/** Azure Policy read from ARM, and assignments made through the SDK. */
export function createArmPolicyService(azure: Azure, cluster: ClusterScope): PolicyService {
  const { arm } = azure;
  const initiativeWithId = createInitiatives(azure);
  const lastSeen = createLastSeen<JsonRecord | undefined>(sameJson);
  /** Assignments have no etag: what is there is compared with what the engineer saw. */
  const refuseIfChanged = async (
    path: ArmPath,
    seen: PolicyAssignment | undefined,
    signal: AbortSignal | undefined,
  ): Promise<void> => {
    const resource = { commandName: "Dashboard/GetPolicyAssignment", path, apiVersion };
    const now = await getArmOrAbsent(arm, resource, signal);
    const read = now === undefined ? undefined : anyAssignmentFromWire(now);
    if (read && "rowError" in read) {
      throw new FailureError(read.rowError);
    }
    if (read && !lastSeen.mayReplace(path, seen?.raw, read.item.raw)) {
      const { raw, last } = read.item;
      const message = seen ? Messages.assignmentChanged : Messages.assignmentFound;
      throw new ChangedError(message, jsonChanges(seen?.raw ?? {}, raw), last);
    }
  };
  return {
    async definition(policyId, signal) {
      const path = armPath`/providers/Microsoft.Authorization/policyDefinitions/${policyId}`;
      const resource = { commandName: "Dashboard/GetPolicyDefinition", path, apiVersion };
      const body = await getArm(arm, resource, signal);
      return required(policyDefinitionFromWire(body), Messages.unreadablePolicy, body);
    },

    async assignments(definition, signal) {
      const list = {
        commandName: "Dashboard/ListPolicyAssignments",
        path: armPath`${cluster.id}/providers/Microsoft.Authorization/policyAssignments`,
        apiVersion,
        filter: "atScope()",
      };
      const read = readRows(await listArm(arm, list, signal), anyAssignmentFromWire);
      const reaching = read.items.filter((assignment) => !leavesOut(assignment, cluster));
      const found = await Promise.all(
        reaching.map((assignment) => assignedBy(assignment, definition, initiativeWithId, signal)),
      );
      return {
        items: found.flatMap(({ items }) => items).sort(nearestFirst),
        gaps: [...read.gaps, ...found.flatMap((one) => one.gaps)],
      };
    },

    assign: ({ scope, name, parameters, ...properties }, seen, signal) =>
      asService(async () => {
        const path = armPath`${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`;
        await refuseIfChanged(path, seen, signal);
        const { policyAssignments } = await azure.policy();
        const values = Object.entries(parameters).map(
          ([parameter, value]) => [parameter, { value }] as const,
        );
        await policyAssignments.create(
          armPath`${scope}`.slice(1), // The SDK encodes no scope, and its template brings the slash.
          armSegment(name),
          { ...properties, enforcementMode: "Default", parameters: Object.fromEntries(values) },
          callOptions("Dashboard/AssignPolicy", signal),
        );
      }),
  };
}

type ReadInitiative = (id: string, signal: AbortSignal | undefined) => Promise<Initiative>;

/** Reads initiatives. Built-in ones, which are large and hardly ever change, only once. */
function createInitiatives({ arm }: Azure): ReadInitiative {
  const builtIn = new Map<string, Initiative>();
  return async (id, signal) => {
    const key = id.toLowerCase();
    const known = builtIn.get(key);
    if (known) {
      return known;
    }
    const path = armPath`${id}`;
    const resource = { commandName: "Dashboard/GetPolicyInitiative", path, apiVersion };
    const body = await getArm(arm, resource, signal);
    const initiative = required(initiativeFromWire(body), Messages.unreadablePolicy, body);
    if (key.startsWith("/providers/microsoft.authorization/")) {
      builtIn.set(key, initiative);
    }
    return initiative;
  };
}

interface Assigned {
  readonly items: readonly PolicyAssignment[];
  readonly gaps: readonly Failure[];
}

/** What one assignment means for one definition: nothing, the definition itself, or the parts of an initiative that are it. */
async function assignedBy(
  assignment: AnyAssignment,
  definition: PolicyDefinition,
  initiativeWithId: ReadInitiative,
  signal: AbortSignal | undefined,
): Promise<Assigned> {
  const isIt = (id: string) => id.toLowerCase() === definition.id.toLowerCase();
  if (!/\/policySetDefinitions\//i.test(assignment.assignedId)) {
    return { items: isIt(assignment.assignedId) ? [assignmentFor(definition, assignment)] : [], gaps: [] };
  }
  try {
    const initiative = await initiativeWithId(assignment.assignedId, signal);
    const members = initiative.members.filter(({ definitionId }) => isIt(definitionId));
    return {
      items: members.map((member) => assignmentFor(definition, assignment, { initiative, member })),
      gaps: [],
    };
  } catch (error) {
    if (isCanceled(error)) {
      throw error;
    }
    return { items: [], gaps: [failureOf(error)] };
  }
}

function leavesOut({ notScopes }: AnyAssignment, { id }: ClusterScope): boolean {
  return notScopes.some((scope) => `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase()));
}

const nearness = ["resource", "resourceGroup", "subscription", "managementGroup"] as const;

function nearestFirst(left: PolicyAssignment, right: PolicyAssignment): number {
  return nearness.indexOf(left.scope.kind) - nearness.indexOf(right.scope.kind);
}
