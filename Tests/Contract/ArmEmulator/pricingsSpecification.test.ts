import { existsSync } from "node:fs";
import path from "node:path";
import { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import { call, json, start, type Answer } from "./plainHttp";

/** Microsoft's OpenAPI of what changes plans, where it is at hand; it is not part of this repository. */
const specification = path.resolve(__dirname, "../../../../shared/data/specification");
const pricings = "security/resource-manager/Microsoft.Security/stable/2024-01-01/pricings.json";

interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: unknown;
  readonly answer: Answer;
}

async function createValidator(): Promise<LiveValidator> {
  const validator = new LiveValidator({
    directory: specification,
    git: { shouldClone: false },
    swaggerPathsPattern: [pricings],
  });
  await validator.initialize();
  return validator;
}

async function issuesOf(validator: LiveValidator, { method, url, sent, answer }: Exchange) {
  const headers = { "content-type": "application/json" };
  const isEmpty = Object.keys(answer.body).length === 0;
  const { requestValidationResult: asked, responseValidationResult: answered } =
    await validator.validateLiveRequestResponse({
      liveRequest: {
        url: `https://management.azure.com${url}`,
        method,
        headers,
        ...(sent === undefined ? {} : { body: sent as Record<string, unknown> }),
      },
      liveResponse: {
        statusCode: String(answer.status),
        headers,
        ...(isEmpty ? {} : { body: answer.body }),
      },
    });
  const problems = [asked.runtimeException, answered.runtimeException].flatMap((one) => one?.message ?? []);
  return [
    ...problems,
    ...[...asked.errors, ...answered.errors].map(({ code, message }) => `${code} ${message}`),
  ];
}

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
  const calls: readonly (readonly [string, string, unknown?])[] = [
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
  const exchanges: Exchange[] = [];
  for (const [method, url, sent] of calls) {
    const answer = await call(emulator, url, sent === undefined ? { method } : json(method, sent));
    exchanges.push({ method, url, sent, answer });
  }
  return exchanges;
}

if (existsSync(specification)) {
  test("requests and answers are those of Microsoft's OpenAPI", async () => {
    const [validator, exchanges] = await Promise.all([createValidator(), recordExchanges()]);
    expect(exchanges.map(({ answer }) => answer.status)).toEqual([
      200, 200, 201, 200, 200, 200, 200, 409, 200, 204, 404,
    ]);
    for (const exchange of exchanges) {
      const { method, url } = exchange;
      expect([method, url, await issuesOf(validator, exchange)]).toEqual([method, url, []]);
    }
  });

  test("an answer that the OpenAPI does not have would be noticed", async () => {
    const validator = await createValidator();
    const exchange = (await recordExchanges()).find(({ answer }) => answer.status === 201);
    if (!exchange) {
      throw new Error("Nothing was created.");
    }
    const { answer } = exchange;
    const broken = { ...answer, body: { ...answer.body, properties: { pricingTier: 1 } } };
    expect(await issuesOf(validator, exchange)).toEqual([]);
    expect(await issuesOf(validator, { ...exchange, answer: broken })).not.toEqual([]);
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(existsSync(specification)).toBe(false);
  });
}
