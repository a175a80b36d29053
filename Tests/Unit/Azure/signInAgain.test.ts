import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { callOptions } from "../../../Client/Azure/Pipeline/arm";
import { asService } from "../../../Client/Azure/Pipeline/failureFrom";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { runResourceGraph } from "../../../Client/Azure/ResourceGraph/runResourceGraph";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall } from "../../Support/withServices";

/** A portal whose batch answers an item with 401: it has signed the user in, and gives views no way to ask for claims. */
function portalWith(answer: ScriptedAnswer) {
  const host = scriptedHost(answer);
  const azure = createAzure({
    httpClient: createHostHttpClient(host.send),
    subscriptionId: "1111",
    clock: createFakeClock(),
    random: () => 0,
  });
  return { azure, host };
}

const query = { commandName: "Test/Query", kql: "resources", subscriptionId: "1111" };
const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString("base64");
const refused = (header?: string, more: Readonly<Record<string, string>> = {}): ScriptedAnswer => ({
  status: 401,
  headers: { ...(header === undefined ? {} : { "www-authenticate": header }), ...more },
  body: { error: { code: "RequestDisallowedByPolicy", message: "Azure's own words." } },
});
const wanted =
  "Azure requires another sign-in (a conditional access policy). Sign in to the portal again. Azure's own words.";
const expired = "The session has expired. Sign in to the portal again. Azure's own words.";

test.each([
  ["a challenge", `Bearer error="insufficient_claims", claims="${claims}"`, wanted],
  ["a challenge that can't be read", 'Bearer error="insufficient_claims", claims="$(reboot)"', wanted],
  ["a revoked session", `Bearer error="invalid_token", claims="${claims}"`, wanted],
  ["a token that has expired", 'Bearer error="invalid_token"', expired],
  ["no header, as a portal may hand it on", undefined, expired],
])("%s is sent once, and said with the offer to sign in again", async (_, header, message) => {
  const { azure, host } = portalWith(refused(header));
  expect(await failureOfCall(runResourceGraph(azure.resourceGraph, query))).toMatchObject({
    message,
    needsSignIn: true,
    isSignedOut: true,
  });
  expect(host.requests).toHaveLength(1);
});

test("the older clients don't send a challenged call again either", async () => {
  const { azure, host } = portalWith(refused(`Bearer error="insufficient_claims", claims="${claims}"`));
  const { alerts } = await azure.security();
  const options = callOptions("Test/Alerts", undefined);
  const failure = await failureOfCall(asService(() => alerts.list(options).next()));
  expect(failure.message).toBe(wanted);
  expect(host.requests).toHaveLength(1);
});

test("what the local portal says in ARM's place is said as it is", async () => {
  const { azure } = portalWith(refused(undefined, { "x-host-problem": "notSignedIn" }));
  const failure = await failureOfCall(runResourceGraph(azure.resourceGraph, query));
  expect(failure.message).toBe("Azure's own words.");
  expect([failure.needsSignIn, failure.isSignedOut]).toEqual([undefined, true]);
});
