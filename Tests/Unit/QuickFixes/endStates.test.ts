import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { armPath } from "../../../Client/Core/armUrl";
import { applyWrite } from "../../../Client/QuickFixes/armApplyWrite";
import { createArmQuickFixService } from "../../../Client/QuickFixes/armQuickFixService";
import { aCluster } from "../../Support/aCluster";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall } from "../../Support/withServices";

/** A resource that stands as scripted, and no link to an operation. */
function scripted(...states: readonly string[]) {
  const answers = states.map((provisioningState): ScriptedAnswer => ({
    body: { properties: { provisioningState } },
  }));
  const clock = createFakeClock();
  const { send } = scriptedHost(...answers);
  const azure = createAzure({
    httpClient: createHostHttpClient(send),
    subscriptionId: "1",
    clock,
    random: () => 0,
  });
  return { azure, clock };
}

const write = { resource: "workspace", path: armPath`/providers/w`, body: {}, onlyIfMissing: false } as const;
const options = { ifMatch: undefined, onProgress: () => undefined, signal: undefined };

test.each([
  ["Canceled", "The operation ended as Canceled."],
  ["Cancelled", "The operation ended as Cancelled."],
  ["Aborted", /the unknown state Aborted/],
  ["TimedOut", /the unknown state TimedOut/],
])("a write that ends as %s by the state of its resource is over, and no success", async (state, message) => {
  const { azure, clock } = scripted("Creating", "ProvisioningAccount", state);
  const failure = await failureOfCall(applyWrite(azure, write, options));
  expect(failure).toMatchObject({
    kind: "unexpected",
    code: state,
    message: expect.stringMatching(message) as string,
  });
  expect(clock.sleeps).toEqual([5_000]);
});

test.each(["Succeeded", "Failed", "Cancelled", "Canceled", "Aborted", "Suspended"])(
  "a cluster that is %s waits for nothing",
  async (state) => {
    const { azure, clock } = scripted("Updating", "Starting", state);
    const service = createArmQuickFixService(azure, aCluster(), () => Promise.resolve([]));
    const seen: string[] = [];
    await service.waitUntilIdle({ onProgress: ({ status }) => seen.push(status) });
    expect(seen).toEqual(["Updating", "Starting", state]);
    expect(clock.sleeps).toEqual([5_000, 5_000]);
  },
);
