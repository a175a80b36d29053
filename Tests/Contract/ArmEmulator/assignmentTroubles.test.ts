import { assignmentTroubles } from "../../../Extension/ArmEmulator/Scenarios/assignmentTroubles";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import type { WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import { createClock } from "./alertCalls";
import { aKey, assignmentCall, assignmentUrl, due, failingAssessment, listedIn } from "./assignmentCalls";
import { call, json, refusal, start, type Answer } from "./plainHttp";

/** Owners that cannot be saved. */
const clock = createClock();
const troubled = (seed = 20261124) => start({ scenario: "assignment-troubles", now: clock.now, seed });

const isFailing = ({ properties }: WorldAssessment) =>
  (properties.status as { readonly code: string }).code === "Unhealthy";
const componentOf = ({ id }: WorldAssessment) => id.split("/providers/Microsoft.Security/")[0] ?? "";

/** What fails in the containers of the main cluster. */
const failingInContainers = ({ world, clusterId }: ArmEmulator) =>
  world.assessments.filter(
    (row) => isFailing(row) && row.id.startsWith(`${clusterId}/securityentitydata/`.toLowerCase()),
  );

/** One after the other, slowly enough for ARM's quota; under the key that there is, or else a new one. */
async function save(emulator: ArmEmulator, { id }: WorldAssessment): Promise<Answer> {
  clock.forward(1);
  const existing = [...emulator.world.governanceAssignments.values()].find(
    ({ assessmentId }) => assessmentId === id,
  );
  return assignmentCall(emulator, "PUT", id, existing?.name ?? aKey, due);
}

test("of more than 120 failing assessments in containers exactly five fail, each in another way", async () => {
  const emulator = await troubled();
  const rows = failingInContainers(emulator);
  expect(rows.length).toBeGreaterThanOrEqual(120);
  const failed: string[] = [];
  const outcomes: string[] = [];
  for (const row of rows) {
    const { status, headers, body } = await save(emulator, row);
    if (status > 201) {
      failed.push(row.id);
      outcomes.push(`${status} ${body.error?.code} ${headers.get("retry-after") ?? ""}`.trim());
    }
  }
  expect(failed.sort()).toEqual(
    assignmentTroubles(emulator.world)
      .map(({ assessment }) => assessment.id)
      .sort(),
  );
  expect(outcomes.sort()).toEqual([
    "403 AuthorizationFailed",
    "404 ResourceNotFound",
    "409 Conflict",
    "429 TooManyRequests 120",
    "500 InternalServerError",
  ]);
});

test("they are about one failing package each of the worst five containers, in every world", async () => {
  for (const seed of [1, 2, 3, 20261124]) {
    const emulator = await troubled(seed);
    const chosen = assignmentTroubles(emulator.world).map(({ assessment }) => assessment);
    const isCritical = ({ properties }: WorldAssessment) =>
      (properties.risk as { readonly level: string }).level === "Critical";
    const critical = failingInContainers(emulator).filter(isCritical).map(componentOf);
    const worst = [...new Set(critical)].sort((left, right) =>
      left.toLowerCase() < right.toLowerCase() ? -1 : 1,
    );
    expect(chosen.map(componentOf)).toEqual(worst.slice(0, 5));
    expect(chosen.filter((row) => !isFailing(row) || !isCritical(row))).toEqual([]);
  }
});

test("they fail again and again, under any key, and stay as they were; reading and deleting works", async () => {
  const emulator = await troubled();
  for (const { assessment, response } of assignmentTroubles(emulator.world)) {
    const { id } = assessment;
    const before = await listedIn(emulator, id);
    for (const key of [aKey, aKey.toUpperCase(), before[0]?.name ?? aKey]) {
      const answer = await assignmentCall(emulator, "PUT", id.toUpperCase(), key, due);
      expect([answer.status, answer.body]).toEqual([response.status, response.body]);
    }
    expect(await listedIn(emulator, id)).toEqual(before);
    expect((await assignmentCall(emulator, "DELETE", id, aKey)).status).toBe(204);
  }
});

test("the 403 names the action, in a batch too", async () => {
  const emulator = await troubled();
  const requests = assignmentTroubles(emulator.world).map(({ assessment }, index) => ({
    httpMethod: "PUT",
    name: String(index),
    url: `https://management.azure.com${assignmentUrl(assessment.id, aKey)}`,
    content: { properties: due },
  }));
  const { body } = await call(emulator, "/batch?api-version=2020-06-01", json("POST", { requests }));
  const responses = body.responses as readonly {
    readonly httpStatusCode: number;
    readonly content: unknown;
  }[];
  expect(responses.map(({ httpStatusCode }) => httpStatusCode)).toEqual([403, 404, 409, 429, 500]);
  expect(JSON.stringify(responses[0]?.content)).toContain(
    "'Microsoft.Security/assessments/governanceAssignments/write'",
  );
});

test.each<[ScenarioName, readonly number[]]>([
  ["session-expired", [401, 201, 200]],
  ["busy", [201, 200, 200]],
])("%s: what the first owners that are saved get", async (scenario, statuses) => {
  const emulator = await start({ scenario });
  const row = failingAssessment(emulator, "no owner");
  expect(await listedIn(emulator, row.id)).toEqual([]);
  const answers = [await save(emulator, row), await save(emulator, row), await save(emulator, row)];
  expect(answers.map(({ status }) => status)).toEqual(statuses);
  if (scenario === "session-expired") {
    expect(answers.slice(0, 1).map(refusal)).toEqual([
      { status: 401, code: "ExpiredAuthenticationToken", hasId: true },
    ]);
    expect(answers[0]?.headers.get("www-authenticate")).toContain("invalid_token");
  }
});
