import { aKey, anotherKey, assignmentUrl, due, example, failingAssessment } from "./assignmentCalls";
import { createValidator, exchange, hasOpenApi, issuesOf, type Exchange } from "./openApi";
import { start } from "./plainHttp";

/** Owners, and Microsoft's OpenAPI of them. */
const createGovernanceValidator = () =>
  createValidator("preview/2022-01-01-preview/governanceAssignments.json");

/** One call of each kind, successes and refusals, and the list of everything that is there from the beginning. */
async function recordExchanges(): Promise<readonly Exchange[]> {
  const emulator = await start();
  const { id } = failingAssessment(emulator, "no owner");
  const { id: owned } = failingAssessment(emulator, "an owner");
  const subscription = `/subscriptions/${emulator.world.subscriptionId}`;
  const generated = [...emulator.world.governanceAssignments.values()].slice(0, 60);
  return exchange(emulator, [
    ["GET", assignmentUrl(id)],
    ["PUT", assignmentUrl(id, aKey), { properties: example }],
    ["PUT", assignmentUrl(id, aKey), { properties: due }],
    ["GET", assignmentUrl(id, aKey)],
    ["GET", assignmentUrl(id)],
    ["GET", assignmentUrl(`${subscription}/providers/${owned.split("/providers/").at(-1)}`)],
    ["PUT", assignmentUrl(owned, anotherKey), { properties: due }],
    ["PUT", assignmentUrl(id, "owner"), { properties: due }],
    ["PUT", assignmentUrl(`${id}0`, aKey), { properties: due }],
    ["DELETE", assignmentUrl(id, aKey)],
    ["DELETE", assignmentUrl(id, aKey)],
    ["GET", assignmentUrl(id, aKey)],
    ...generated.map(({ assessmentId, name }) => ["GET", assignmentUrl(assessmentId, name)] as const),
  ]);
}

if (hasOpenApi) {
  test("requests and answers are those of Microsoft's OpenAPI", async () => {
    const [validator, exchanges] = await Promise.all([createGovernanceValidator(), recordExchanges()]);
    expect(exchanges.slice(0, 12).map(({ answer }) => answer.status)).toEqual([
      200, 201, 200, 200, 200, 200, 409, 400, 404, 200, 204, 404,
    ]);
    for (const one of exchanges) {
      const { method, url } = one;
      expect([method, url, await issuesOf(validator, one)]).toEqual([method, url, []]);
    }
  });

  test("what the OpenAPI does not have would be noticed", async () => {
    const validator = await createGovernanceValidator();
    const [, put] = await recordExchanges();
    if (!put) {
      throw new Error("Nothing was recorded.");
    }
    const wrong = { ...example, isGracePeriod: "yes" };
    const { answer } = put;
    for (const one of [
      { ...put, sent: { properties: wrong } },
      { ...put, answer: { ...answer, body: { ...answer.body, properties: wrong } } },
      { ...put, answer: { ...answer, body: { ...answer.body, properties: { owner: "a@b.com" } } } },
    ]) {
      expect(await issuesOf(validator, one)).not.toEqual([]);
    }
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(hasOpenApi).toBe(false);
  });
}
