import { existsSync } from "node:fs";
import path from "node:path";
import { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import { alertWith, atSubscription } from "./alertCalls";
import { call, json, start, type Answer } from "./plainHttp";
import { rule, rulesOf, ruleVersion } from "./ruleCalls";

/** Microsoft's OpenAPI of what changes alerts, where it is at hand; it is not part of this repository. */
const specification = path.resolve(__dirname, "../../../../shared/data/specification");
const security = "security/resource-manager/Microsoft.Security";

async function createValidator(): Promise<LiveValidator> {
  const validator = new LiveValidator({
    directory: specification,
    git: { shouldClone: false },
    swaggerPathsPattern: [
      `${security}/stable/2021-11-01/alerts.json`,
      `${security}/stable/2022-01-01/alerts.json`,
      `${security}/preview/2019-01-01-preview/alertsSuppressionRules.json`,
    ],
  });
  await validator.initialize();
  return validator;
}

interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: unknown;
  readonly answer: Answer;
}

async function issuesOf(validator: LiveValidator, { method, url, sent, answer }: Exchange) {
  const headers = { "content-type": "application/json" };
  const isEmpty = answer.status === 204;
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
  const emulator = await start();
  const alert = alertWith(emulator, "Active");
  const rules = rulesOf(emulator);
  const actions = [alert.id, atSubscription(alert)].flatMap((id) => [
    ...["dismiss", "resolve", "activate", "inProgress"].map((verb) => `${id}/${verb}?api-version=2022-01-01`),
    ...["dismiss", "resolve", "activate"].map((verb) => `${id}/${verb}?api-version=2021-11-01`),
    `${id}0/dismiss?api-version=2022-01-01`,
  ]);
  const scope = { allOf: [{ field: "entities.ip.address", in: ["203.0.113.7"] }] };
  const body = {
    properties: { ...rule, expirationDateUtc: "2027-01-01T00:00:00Z", suppressionAlertsScope: scope },
  };
  const calls: readonly (readonly [string, string, unknown?])[] = [
    ...actions.map((url) => ["POST", url] as const),
    ["GET", `${rules}?${ruleVersion}`],
    ["GET", `${rules}?AlertType=Other&${ruleVersion}`],
    ["PUT", `${rules}/specified?${ruleVersion}`, body],
    ["PUT", `${rules}/x?${ruleVersion}`, body],
    ["GET", `${rules}/specified?${ruleVersion}`],
    ["DELETE", `${rules}/specified?${ruleVersion}`],
    ["GET", `${rules}/specified?${ruleVersion}`],
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
    expect(exchanges.map(({ answer }) => answer.status).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 200),
      ...Array.from({ length: 15 }, () => 204),
      400,
      ...Array.from({ length: 3 }, () => 404),
    ]);
    for (const exchange of exchanges) {
      const { method, url } = exchange;
      expect([method, url, await issuesOf(validator, exchange)]).toEqual([method, url, []]);
    }
  });

  test("an answer that the OpenAPI does not have would be noticed", async () => {
    const validator = await createValidator();
    const [exchange] = await recordExchanges();
    if (!exchange) {
      throw new Error("Nothing was recorded.");
    }
    const { answer } = exchange;
    const list = { ...exchange, method: "GET", url: exchange.url.replace(/\/locations.*\?/, "/alerts?") };
    const listing = (value: unknown) => ({ ...list, answer: { ...answer, status: 200, body: { value } } });
    expect(await issuesOf(validator, listing([]))).toEqual([]);
    expect(await issuesOf(validator, listing("none"))).not.toEqual([]);
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(existsSync(specification)).toBe(false);
  });
}
