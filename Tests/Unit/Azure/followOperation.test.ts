import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { asService } from "../../../Client/Azure/Pipeline/failureFrom";
import { followOperation } from "../../../Client/Azure/Arm/followOperation";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import type { OperationProgress } from "../../../Client/Core/operationState";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall } from "../../Support/withServices";

/** `retryPolicy.ts` has the number. */
const triesOfARead = 4;
const start = Date.parse("2026-11-24T12:00:00Z");
const polling = {
  url: "https://management.azure.com/operations/1?api-version=1",
  commandName: "Test/Follow",
};

/** Follows an operation that stands as scripted. */
function follow(...answers: readonly ScriptedAnswer[]) {
  const clock = createFakeClock(start);
  const { send } = scriptedHost(...answers);
  const httpClient = createHostHttpClient(send);
  const azure = createAzure({ httpClient, subscriptionId: "1", clock, random: () => 0 });
  const progress: OperationProgress[] = [];
  const end = asService(() => followOperation(azure, polling, (one) => progress.push(one)));
  return { end, progress, clock };
}

const is = (status: unknown, more: object = {}, headers = {}): ScriptedAnswer => ({
  body: { status, ...more },
  headers,
});
const after = (seconds: string) => ({ "retry-after": seconds });

test("it waits as long as the service asks, never without end and never not at all", async () => {
  const { end, clock } = follow(
    is("InProgress", {}, after("7")),
    is("Updating", {}, after("0")),
    is("Upgrading", {}, after("86400")),
    is("InProgress"),
    is("succeeded"),
  );
  await end;
  expect(clock.sleeps).toEqual([7_000, 1_000, 60_000, 5_000]);
});

test("progress has a percentage only where it is one, and the time since the operation began", async () => {
  const startTime = new Date(start - 60_000).toISOString();
  const { end, progress } = follow(
    is("InProgress", { percentComplete: 40, startTime }),
    is("InProgress", { percentComplete: "50" }),
    is("InProgress", { percentComplete: 140, startTime: new Date(start + 1e6).toISOString() }),
    is("Succeeded", { percentComplete: 100 }),
  );
  await end;
  expect(progress.map(({ percent, elapsedSeconds }) => [percent, elapsedSeconds])).toEqual([
    [40, 60],
    [undefined, 5],
    [undefined, 10],
    [100, 15],
  ]);
});

test.each([
  [is("Failed", { error: { code: "X", message: "Too bad." } }), { code: "X", message: "Too bad." }],
  [is("Canceled"), { code: "Canceled", message: "The operation ended as Canceled." }],
  // `az aks operation-abort` and Azure's own clients know both spellings (core-lro).
  [is("Cancelled"), { code: "Cancelled", message: "The operation ended as Cancelled." }],
  [is("FAILED", { error: "odd" }), { code: "FAILED", message: "The operation ended as FAILED." }],
  [is(undefined), { message: "The service didn't report the state of the operation." }],
])("%j is a failure that says why", async (answer, expected) => {
  expect(await failureOfCall(follow(is("InProgress"), answer).end)).toEqual({
    kind: "unexpected",
    ...expected,
  });
});

// Ends that ARM's guideline does not have and services report all the same: none may be watched for two hours.
test.each(["TimedOut", "Aborted", "PartiallySucceeded", "Rejected", "CompletedWithErrors"])(
  "%s ends the wait at once and is shown; it is no success",
  async (status) => {
    const { end, clock, progress } = follow(is("InProgress"), is(status));
    expect(await failureOfCall(end)).toEqual({
      kind: "unexpected",
      code: status,
      message: `The service reports the unknown state ${status}. We couldn't confirm that the change was made.`,
    });
    expect(clock.sleeps).toEqual([5_000]);
    expect(progress.at(-1)?.status).toBe(status);
  },
);

describe("a laptop that sleeps meanwhile", () => {
  const hours = 60 * 60_000;

  test.each([0, 20])(
    "follows on when it wakes up, with %d looks in vain before there is a network",
    async (vain) => {
      const offline = Array.from({ length: vain * triesOfARead }, () => "offline" as const);
      const { end, clock, progress } = follow(
        is("InProgress"),
        ...offline,
        is("InProgress"),
        is("Succeeded"),
      );
      // The lid is shut while it waits for the first time.
      clock.jump(9 * hours);
      await end;
      expect(clock.now() - start).toBeGreaterThan(9 * hours);
      expect(progress.map(({ status }) => status)).toEqual(["InProgress", "InProgress", "Succeeded"]);
    },
  );

  test("time that it slept is no time in which the operation was watched", async () => {
    const { end, clock } = follow(
      is("InProgress"),
      ...Array.from({ length: 30 }, () => is("InProgress")),
      is("Succeeded"),
    );
    clock.jump(3 * hours);
    await end;
    expect(clock.sleeps).toHaveLength(31);
  });

  test("a service that stays out of reach is said, with what is known of it", async () => {
    const offline = Array.from({ length: 400 }, () => "offline" as const);
    const { end, clock } = follow(is("InProgress"), ...offline);
    expect(await failureOfCall(end)).toMatchObject({ kind: "offline" });
    expect(clock.now() - start).toBeGreaterThan(10 * 60_000);
    expect(clock.now() - start).toBeLessThan(15 * 60_000);
  });
});

test("a moment without network is got over; an operation without end is given up, and says that it may go on", async () => {
  await follow(is("InProgress"), "offline", is("Succeeded")).end;
  const endless = Array.from({ length: 200 }, () => is("InProgress", {}, after("60")));
  const { end, clock } = follow(...endless);
  expect((await failureOfCall(end)).message).toContain("120 min. It might still be running");
  expect(clock.now() - start).toBeLessThan(122 * 60_000);
});
