import type { ArmAnswer } from "../../../Extension/LocalPortal/AzureMode/armTransport";
import { createPatientSend } from "../../../Extension/LocalPortal/AzureMode/patientSend";
import { createFakeClock } from "../../Support/fakeClock";

const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
const throttled = (seconds: string): ArmAnswer => ({
  status: 429,
  headers: { "retry-after": seconds },
  content: { error: { code: "RateLimiting" } },
});
const fine: ArmAnswer = { status: 200, headers: { etag: "1" }, content: { data: [] } };

/** ARM answers as told, the last answer for ever. */
function setup(...answers: readonly ArmAnswer[]) {
  const clock = createFakeClock();
  const asked: string[] = [];
  const send = createPatientSend(({ target }) => {
    asked.push(target);
    return Promise.resolve(answers[asked.length - 1] ?? answers.at(-1) ?? fine);
  }, clock);
  return { clock, asked, send: (signal?: AbortSignal) => send({ method: "POST", target: graph, signal }) };
}

test("it waits as long as Retry-After says, and the answer is the last one, whole", async () => {
  const { send, clock, asked } = setup(throttled("7"), throttled("3"), fine);
  expect(await send()).toEqual(fine);
  expect(asked).toEqual([graph, graph, graph]);
  const [first = 0, second = 0] = clock.sleeps;
  expect(first).toBeGreaterThanOrEqual(7_000);
  expect(second).toBeGreaterThanOrEqual(3_000);
});

test("a wait of more than a minute is not worth it: the refusal says how long", async () => {
  const { send, clock } = setup(throttled("120"));
  expect(await send()).toEqual(throttled("120"));
  expect(clock.sleeps).toEqual([]);
});

test("what time doesn't heal is asked once", async () => {
  const { send, asked } = setup({ ...fine, status: 403 });
  expect(await send()).toMatchObject({ status: 403 });
  expect(asked).toHaveLength(1);
});

test("an aborted call doesn't wait", async () => {
  const { send, asked } = setup(throttled("7"));
  await expect(send(AbortSignal.abort())).rejects.toThrow();
  expect(asked).toHaveLength(1);
});
