import type { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import { alertWith, atSubscription } from "./alertCalls";
import { createValidator, exchange, hasOpenApi, issuesOf, type Call, type Exchange } from "./openApi";
import { start } from "./plainHttp";
import { rule, rulesOf, ruleVersion } from "./ruleCalls";

/** What changes alerts, and Microsoft's OpenAPI of it. */
const createAlertValidator = (): Promise<LiveValidator> =>
  createValidator(
    "stable/2021-11-01/alerts.json",
    "stable/2022-01-01/alerts.json",
    "preview/2019-01-01-preview/alertsSuppressionRules.json",
  );

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
  const calls: readonly Call[] = [
    ...actions.map((url) => ["POST", url] as const),
    ["GET", `${rules}?${ruleVersion}`],
    ["GET", `${rules}?AlertType=Other&${ruleVersion}`],
    ["PUT", `${rules}/specified?${ruleVersion}`, body],
    ["PUT", `${rules}/x?${ruleVersion}`, body],
    ["GET", `${rules}/specified?${ruleVersion}`],
    ["DELETE", `${rules}/specified?${ruleVersion}`],
    ["GET", `${rules}/specified?${ruleVersion}`],
  ];
  return exchange(emulator, calls);
}

if (hasOpenApi) {
  test("requests and answers are those of Microsoft's OpenAPI", async () => {
    const [validator, exchanges] = await Promise.all([createAlertValidator(), recordExchanges()]);
    expect(exchanges.map(({ answer }) => answer.status).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 200),
      ...Array.from({ length: 15 }, () => 204),
      400,
      ...Array.from({ length: 3 }, () => 404),
    ]);
    for (const one of exchanges) {
      const { method, url } = one;
      expect([method, url, await issuesOf(validator, one)]).toEqual([method, url, []]);
    }
  });

  test("an answer that the OpenAPI does not have would be noticed", async () => {
    const validator = await createAlertValidator();
    const [first] = await recordExchanges();
    if (!first) {
      throw new Error("Nothing was recorded.");
    }
    const { answer } = first;
    const list = { ...first, method: "GET", url: first.url.replace(/\/locations.*\?/, "/alerts?") };
    const listing = (value: unknown) => ({ ...list, answer: { ...answer, status: 200, body: { value } } });
    expect(await issuesOf(validator, listing([]))).toEqual([]);
    expect(await issuesOf(validator, listing("none"))).not.toEqual([]);
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(hasOpenApi).toBe(false);
  });
}
