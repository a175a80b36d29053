import { existsSync } from "node:fs";
import path from "node:path";
import { checkQueries } from "../../Conformance/checkQueries";
import { checkTraffic, type TrafficReport } from "../../Conformance/checkTraffic";
import { problemsOf, runConformance, type ConformanceReport } from "../../Conformance/conformance";
import { departures, gaps } from "../../Conformance/knownDifferences";
import { openPublished, type PublishedExample } from "../../Conformance/published";
import { replayExamples } from "../../Conformance/replay";
import { reportLines } from "../../Conformance/report";
import type { Exchange } from "../../Conformance/traffic";

/** The whole comparison with what Microsoft publishes, where that is at hand; it is not part of this repository. */
const folder = path.resolve(__dirname, "../../../../shared/data");
const isAtHand = existsSync(folder);

test("a folder without a specification is said to be one", () => {
  expect(() => openPublished(__dirname)).toThrow("There is no folder 'specification' in");
});

if (isAtHand) {
  describe("what the product sends and the emulator answers", () => {
    let report: ConformanceReport;
    beforeAll(async () => {
      report = await runConformance(folder);
    });

    test("is what Microsoft publishes", () => {
      expect(problemsOf(report)).toEqual([]);
    });

    test("covers every operation that is written with, and its refusals", () => {
      const seen = new Map(
        report.traffic.coverage.map((one) => [one.operation, [...one.seen.keys()].sort()]),
      );
      expect(Object.fromEntries(seen)).toMatchObject({
        Alerts_UpdateResourceGroupLevelStateToResolve: [200, 204, 403, 404, 409, 429, 500, 503],
        AlertsSuppressionRules_Update: [200, 400, 403],
        GovernanceAssignments_CreateOrUpdate: [200, 201, 401, 403, 404, 409, 429, 500],
        ManagedClusters_CreateOrUpdate: [200, 400, 409, 412],
        AgentPools_UpgradeNodeImageVersion: [202, 403, 404],
        Pricings_Get: [200, 403, 404],
        Pricings_Update: [200, 201, 403, 409],
        Pricings_Delete: [200, 204, 403, 409],
        Resources: [200, 400, 403, 429, 500],
      });
    });

    test("needs every known gap and departure: one that does not occur is to be struck off", () => {
      expect(gaps.filter((gap) => !report.traffic.gaps.has(gap))).toEqual([]);
      expect(departures.filter((departure) => !report.traffic.departures.has(departure))).toEqual([]);
    });

    test("is printed with what it covered", () => {
      const lines = reportLines(report);
      expect(lines).toContainEqual(expect.stringMatching(/^Pricings_Delete 2024-01-01 +5 +7 /));
      expect(lines).toContainEqual(
        expect.stringMatching(/^ManagedClusters_Get 2026-01-01 \(compared with 2024-09-01\)/),
      );
      expect(lines).toContainEqual(expect.stringMatching(/^GovernanceAssignments_Delete .* 3 +- *$/));
      expect(lines.at(-1)).toBe("Nothing is wrong.");
    });
  });

  const published = openPublished(folder);
  const named = (name: string): PublishedExample => {
    const found = published.examples.find((example) => example.name.endsWith(name));
    if (!found) {
      throw new Error(`There is no example ${name}.`);
    }
    return found;
  };
  const plan = named("GetPricingByNameContainers_example.json").responses["200"]?.body as {
    readonly id: string;
  };

  /** A GET and its answer, as if they had been recorded. */
  const get = (id: string, version: string, body: unknown, status = 200): Exchange => ({
    scenario: "busy",
    request: {
      method: "GET",
      uri: `https://management.azure.com${id}?api-version=${version}`,
      commandName: "Test",
      headers: {},
      body: undefined,
    },
    response: { status, headers: {}, body },
  });
  const check = (exchange: Exchange): Promise<TrafficReport> => checkTraffic(published, [exchange]);

  test("published answers of alerts have the departure that is called Microsoft's own", async () => {
    const alert = named("GetAlertResourceGroupLocation_example.json").responses["200"]?.body as {
      readonly id: string;
    };
    const report = await check(get(alert.id, "2021-11-01", alert));
    const reasons = [...report.departures.keys()].map(({ reason }) => reason);
    const own = departures.map(({ reason }) => reason).filter((reason) => reason.includes("Microsoft's own"));
    expect([...reasons].sort()).toEqual([...own].sort());
    expect([...report.problems.keys()]).toEqual([]);
  });

  test.each<[string, Exchange, RegExp]>([
    [
      "a value of another type",
      get(plan.id, "2024-01-01", { ...plan, properties: { pricingTier: 1 } }),
      /INVALID_TYPE/,
    ],
    ["a property too many", get(plan.id, "2024-01-01", { ...plan, more: 1 }), /OBJECT_ADDITIONAL_PROPERTIES/],
    [
      "a property too few",
      get(plan.id, "2024-01-01", { ...plan, properties: {} }),
      /OBJECT_MISSING_REQUIRED/,
    ],
    ["an error without an envelope", get(plan.id, "2024-01-01", "no", 404), /Pricings_Get 404 answer/],
    ["a status that is not published", get(plan.id, "2024-01-01", plan, 202), /INVALID_RESPONSE_CODE|202/],
    [
      "an operation that there is not",
      get(plan.id.replace("pricings", "prices"), "2024-01-01", plan),
      /no operation/,
    ],
    ["a provider that nobody has named", get("/providers/Contoso.Things/all", "1", {}), /no operation/],
  ])("%s is a problem", async (_, exchange, problem) => {
    const { problems } = await check(exchange);
    expect([...problems.keys()]).toContainEqual(expect.stringMatching(problem));
  });

  test("a request that the OpenAPI does not allow is a problem", async () => {
    const asked = get(plan.id, "2024-01-01", plan);
    const sent = { properties: { pricingTier: "Standard", enforce: true } };
    const { problems } = await check({ ...asked, request: { ...asked.request, method: "PUT", body: sent } });
    expect([...problems.keys()]).toContainEqual(
      expect.stringMatching(/^Pricings_Update 200 request: INVALID_TYPE/),
    );
  });

  const changed = (name: string, from: string, to: string): PublishedExample =>
    JSON.parse(JSON.stringify(named(name)).replaceAll(from, to)) as PublishedExample; // As it was before.

  test.each<[string, PublishedExample, RegExp]>([
    [
      "of an alert that is lost",
      changed("GetAlertsSubscription_example.json", '"High"', '"Severe"'),
      /the list is \[1,/,
    ],
    [
      "of a plan that cannot be read",
      changed("ListPricings_example.json", '"Free"', '"Gratis"'),
      /ListPricings/,
    ],
    [
      "of a rule of which something is lost",
      changed("PutAlertsSuppressionRule_example.json", '"contains"', '"startsWith"'),
      /Rule_example/,
    ],
    [
      "that nobody has thought of",
      { ...named("GetPermissions.json"), name: "Contoso/1/New.json" },
      /nothing replays it/,
    ],
  ])("an example %s is a problem", async (_, example, problem) => {
    const { problems } = await replayExamples({ ...published, examples: [example] });
    expect(problems).toContainEqual(expect.stringMatching(problem));
  });

  test("a query that Microsoft's parser does not take is a problem", () => {
    const asked = get("/providers/Microsoft.ResourceGraph/resources", "2024-04-01", {});
    const send = (query: string) =>
      checkQueries(folder, [{ ...asked, request: { ...asked.request, body: { query } } }]).problems;
    expect(send("securityresources | where severity =~ 'High'")).toEqual([expect.stringMatching(/severity/)]);
    expect(send("securityresources | where")).toHaveLength(1);
    expect(send("securityresources | project id")).toEqual([]);
  });
} else {
  test("there is nothing of Microsoft's at hand to compare with: ../shared/data is missing", () => {
    expect(isAtHand).toBe(false);
  });
}
