import { createValidator, exchange, hasOpenApi, issuesOf, type Call, type Exchange } from "./openApi";
import { start } from "./plainHttp";

const pricings = "stable/2024-01-01/pricings.json";

/** One call of each kind, successes and refusals. */
async function recordExchanges(): Promise<readonly Exchange[]> {
  const emulator = await start({ scenario: "plan-extension-fails" });
  const at = (scope: string) => `${scope}/providers/Microsoft.Security/pricings`;
  const [cluster, subscription] = [
    at(emulator.clusterId),
    at(`/subscriptions/${emulator.world.subscriptionId}`),
  ];
  const version = "api-version=2024-01-01";
  const on = { properties: { pricingTier: "Standard" } };
  const enforced = {
    properties: {
      pricingTier: "Standard",
      enforce: "True",
      extensions: [
        {
          name: "ContainerSensor",
          isEnabled: "True",
          additionalExtensionProperties: { AntiMalwareEnabled: "True" },
        },
      ],
    },
  };
  const calls: readonly Call[] = [
    ["GET", `${subscription}?${version}`],
    ["GET", `${cluster}?${version}&$filter=name%20in%20(Containers,CloudPosture)`],
    ["PUT", `${cluster}/Containers?${version}`, on],
    ["PUT", `${cluster}/Containers?${version}`, on],
    ["GET", `${cluster}/Containers?${version}`],
    ["PUT", `${subscription}/Containers?${version}`, enforced],
    ["GET", `${subscription}/Containers?${version}`],
    ["PUT", `${cluster}/Containers?${version}`, on],
    ["DELETE", `${cluster}/Containers?${version}`],
    ["DELETE", `${cluster}/Containers?${version}`],
    ["PUT", `${subscription}/Dns?${version}`, on],
  ];
  return exchange(emulator, calls);
}

if (hasOpenApi) {
  test("requests and answers are those of Microsoft's OpenAPI", async () => {
    const [validator, exchanges] = await Promise.all([createValidator(pricings), recordExchanges()]);
    expect(exchanges.map(({ answer }) => answer.status)).toEqual([
      200, 200, 201, 200, 200, 200, 200, 409, 200, 204, 404,
    ]);
    for (const one of exchanges) {
      const { method, url } = one;
      expect([method, url, await issuesOf(validator, one)]).toEqual([method, url, []]);
    }
  });

  test("an answer that the OpenAPI does not have would be noticed", async () => {
    const validator = await createValidator(pricings);
    const created = (await recordExchanges()).find(({ answer }) => answer.status === 201);
    if (!created) {
      throw new Error("Nothing was created.");
    }
    const { answer } = created;
    const broken = { ...answer, body: { ...answer.body, properties: { pricingTier: 1 } } };
    expect(await issuesOf(validator, created)).toEqual([]);
    expect(await issuesOf(validator, { ...created, answer: broken })).not.toEqual([]);
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(hasOpenApi).toBe(false);
  });
}
