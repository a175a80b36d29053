import { SecurityCenter, type AlertsSuppressionRule } from "@azure/arm-security";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { bulkTroubles } from "../../../Extension/ArmEmulator/Scenarios/bulkTroubles";
import { createEmulatorHttpClient, emulatorCredential } from "../../Support/emulatorHttpClient";
import { alertWith } from "./alertCalls";
import { start } from "./plainHttp";

/** Microsoft's own client changes alerts and rules. */
async function connect(scenario: ScenarioName = "busy") {
  const emulator = await start({ scenario });
  const client = new SecurityCenter(emulatorCredential(emulator), emulator.world.subscriptionId, {
    httpClient: createEmulatorHttpClient(emulator),
    retryOptions: { maxRetries: 0 },
  });
  return { emulator, client };
}

test("alerts: the state actions at both levels", async () => {
  const { emulator, client } = await connect();
  const { alerts } = client;
  const { location, name, resourceGroup: group } = alertWith(emulator, "Active");
  const status = async () => (await alerts.getSubscriptionLevel(location, name)).status;
  await alerts.updateResourceGroupLevelStateToDismiss(location, name, group);
  expect(await status()).toBe("Dismissed");
  await alerts.updateResourceGroupLevelStateToActivate(location, name, group);
  expect(await status()).toBe("Active");
  await alerts.updateResourceGroupLevelStateToResolve(location, name, group);
  expect(await status()).toBe("Resolved");
  await alerts.updateSubscriptionLevelStateToDismiss(location, name);
  expect(await status()).toBe("Dismissed");
  await alerts.updateSubscriptionLevelStateToActivate(location, name);
  expect(await status()).toBe("Active");
  await alerts.updateSubscriptionLevelStateToResolve(location, name);
  expect(await status()).toBe("Resolved");
});

test("suppression rules: saved with their scope, listed, read, deleted", async () => {
  const { client } = await connect();
  const rules = client.alertsSuppressionRules;
  const rule: AlertsSuppressionRule = {
    alertType: "IpAnomaly",
    reason: "FalsePositive",
    state: "Enabled",
    comment: "Test VM",
    expirationDateUtc: new Date("2027-12-01T19:50:47Z"),
    suppressionAlertsScope: {
      allOf: [
        { field: "entities.ip.address", in: ["104.215.95.187"] },
        { field: "entities.process.commandline", contains: "powershell" },
      ],
    },
  };
  expect(await rules.update("from-the-sdk", rule)).toMatchObject(rule);
  const read = await rules.get("from-the-sdk");
  expect(read).toMatchObject({ ...rule, name: "from-the-sdk" });
  expect(read.lastModifiedUtc).toBeInstanceOf(Date);
  const names = async (alertType?: string) => {
    const found: (string | undefined)[] = [];
    for await (const { name } of rules.list(alertType === undefined ? {} : { alertType })) {
      found.push(name);
    }
    return found;
  };
  expect(await names("IpAnomaly")).toEqual(["from-the-sdk"]);
  expect(await names()).toHaveLength(5);
  await rules.delete("from-the-sdk");
  await rules.delete("from-the-sdk");
  await expect(rules.get("from-the-sdk")).rejects.toMatchObject({
    statusCode: 404,
    code: "ResourceNotFound",
  });
  const wrong = rules.update("from-the-sdk", { ...rule, reason: "Because" });
  await expect(wrong).rejects.toMatchObject({ statusCode: 400, code: "BadRequest" });
});

test("alerts in trouble fail in the SDK too, all but the one that says 200", async () => {
  const { emulator, client } = await connect("bulk-troubles");
  const outcomes = await Promise.all(
    bulkTroubles(emulator.world).map(async ({ alert: { location, name, resourceGroup } }) => {
      try {
        await client.alerts.updateResourceGroupLevelStateToDismiss(location, name, resourceGroup);
        return "done";
      } catch (error) {
        return (error as { readonly statusCode?: unknown }).statusCode;
      }
    }),
  );
  expect(outcomes.slice(0, 6)).toEqual([403, 404, 409, 429, 500, 503]);
  // 200 is not among the answers of the operation.
  expect(outcomes[6]).not.toBe("done");
});

test("who may only read is refused", async () => {
  const { emulator, client } = await connect("reader");
  const { location, name, resourceGroup } = alertWith(emulator, "Active");
  await expect(
    client.alerts.updateResourceGroupLevelStateToDismiss(location, name, resourceGroup),
  ).rejects.toMatchObject({ statusCode: 403, code: "AuthorizationFailed" });
});
