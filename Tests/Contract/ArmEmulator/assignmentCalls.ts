import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import type { WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import { call, graph, json, type Answer } from "./plainHttp";

/** Calls about governance assignments, and what ARM and Resource Graph show of them. */
export const assignmentVersion = "api-version=2022-01-01-preview";
export const aKey = "6634ff9f-127b-4bf2-8e6e-b1737f5e789c";
export const anotherKey = "41fb92a5-43dc-4c00-a969-469c16cef7a7";

/** The properties of Microsoft's example. */
export const example = {
  owner: "user@contoso.com",
  remediationDueDate: "2027-01-07T13:00:00.0000000Z",
  remediationEta: { eta: "2027-01-08T13:00:00.0000000Z", justification: "Justification of ETA" },
  isGracePeriod: true,
  governanceEmailNotification: {
    disableManagerEmailNotification: false,
    disableOwnerEmailNotification: false,
  },
  additionalData: { ticketNumber: 123123, ticketLink: "https://snow.com", ticketStatus: "Active" },
};

export const due = { remediationDueDate: example.remediationDueDate };

/** `scope` is the id of an assessment, `key` that of an assignment; absent: all of them. */
export const assignmentUrl = (assessmentId: string, key?: string): string =>
  `${assessmentId}/governanceAssignments${key === undefined ? "" : `/${key}`}?${assignmentVersion}`;

export const assignmentCall = (
  emulator: ArmEmulator,
  method: "GET" | "PUT" | "DELETE",
  assessmentId: string,
  key?: string,
  properties?: unknown,
): Promise<Answer> =>
  call(
    emulator,
    assignmentUrl(assessmentId, key),
    properties === undefined ? { method } : json(method, { properties }),
  );

export interface ShownAssignment {
  readonly id: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a list has on its first page. */
export async function listedIn(
  emulator: ArmEmulator,
  assessmentId: string,
): Promise<readonly ShownAssignment[]> {
  const { status, body } = await assignmentCall(emulator, "GET", assessmentId);
  expect(status).toBe(200);
  return body.value as readonly ShownAssignment[];
}

/** What Resource Graph has of one assessment. */
export async function graphRowsOf(
  emulator: ArmEmulator,
  assessmentId: string,
): Promise<readonly ShownAssignment[]> {
  const query = `securityresources | where type =~ 'microsoft.security/assessments/governanceassignments' | where tostring(properties.assignedResourceId) == '${assessmentId.toLowerCase()}' | project id, name, properties`;
  const { body } = await call(emulator, graph, json("POST", { query }));
  return body.data as readonly ShownAssignment[];
}

/** The first assessment of the main cluster, or of what is in it, that fails and has an owner, or has none. */
export function failingAssessment(emulator: ArmEmulator, has: "an owner" | "no owner"): WorldAssessment {
  const { assessments, governanceAssignments } = emulator.world;
  const owned = new Set([...governanceAssignments.values()].map(({ assessmentId }) => assessmentId));
  const found = assessments.find(
    ({ id, properties }) =>
      id.startsWith(`${emulator.clusterId}/`) &&
      (properties.status as { readonly code: string }).code === "Unhealthy" &&
      owned.has(id) === (has === "an owner"),
  );
  if (!found) {
    throw new Error(`No failing assessment has ${has}.`);
  }
  return found;
}
