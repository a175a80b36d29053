import { jsonChanges } from "../../../Client/Core/jsonChanges";
import { isRecord, type JsonRecord } from "../../../Client/Core/json";
import { quickFixFor, quickFixNames } from "../../../Client/QuickFixes/quickFixKeys";
import { type FixPlan, type LiveCluster } from "../../../Client/QuickFixes/quickFix";
import { quickFixes } from "../../../Client/QuickFixes/quickFixes";
import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import { isPublished } from "../../../Client/Core/recommendation";
import { createRandom, type Random } from "../../../Extension/ArmEmulator/World/random";
import { aClusterBody, aLiveCluster } from "../../Support/aLiveCluster";
import { hostileNames } from "../../Support/hostileNames";
import { bodyOf, ready, workspaceId } from "./planSupport";

const planOf: Readonly<Record<(typeof quickFixNames)[number], (live: LiveCluster) => FixPlan>> = {
  policyAddOn: (live) => quickFixes.policyAddOn.plan(live, {}),
  defenderProfile: (live) => quickFixes.defenderProfile.plan(live, { workspace: { id: workspaceId } }),
  authorizedIpRanges: (live) =>
    quickFixes.authorizedIpRanges.plan(live, { ranges: ["20.50.2.0/24"], callerIp: undefined }),
  diagnosticLogs: (live) => quickFixes.diagnosticLogs.plan(live, { workspaceId, categories: ["guard"] }),
};

const names = [...hostileNames, "__proto__", "constructor", "toString", "enabled2", "futureProfile", "Name"];

function randomValue(random: Random, depth: number): unknown {
  const leaf = () =>
    random.pick([null, true, false, 0, -1.5, "", "text", "it's", [], {}] as readonly unknown[]);
  if (depth === 0 || random.oneIn(3)) {
    return leaf();
  }
  const parts = Array.from({ length: random.whole(4) }, () => randomValue(random, depth - 1));
  return random.oneIn(2)
    ? parts
    : Object.fromEntries(parts.map((part, index) => [`${random.pick(names)}${index}`, part]));
}

/** The same with more properties, in it and in every object of it; none that it has is changed. */
function enriched(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => enriched(element, random));
  }
  if (!isRecord(value)) {
    return value;
  }
  const own = Object.entries(value).map(([key, part]) => [key, enriched(part, random)] as const);
  const more = Array.from(
    { length: random.whole(3) },
    () => [random.pick(names), randomValue(random, 3)] as const,
  ).filter(([key]) => !own.some(([known]) => known.toLowerCase() === key.toLowerCase()));
  return Object.fromEntries(random.shuffled([...own, ...more]));
}

const base = aClusterBody({
  addonProfiles: { omsagent: { enabled: true }, azurePolicy: { enabled: false } },
  securityProfile: { defender: { securityMonitoring: { enabled: false } }, workloadIdentity: {} },
  apiServerAccessProfile: { disableRunCommand: true },
});
const setting = { name: "s", properties: { workspaceId, logs: [{ category: "guard", enabled: false }] } };

/** All that is in a JSON value, one line for each leaf. */
function leavesOf(value: unknown, path = ""): readonly string[] {
  const isList = Array.isArray(value);
  const parts = isList || isRecord(value) ? Object.entries(value as object) : [];
  return parts.length === 0
    ? [`${path} = ${JSON.stringify(value)}`]
    : parts.flatMap(([key, part]) => leavesOf(part, `${path}/${isList ? "" : "."}${key}`));
}

describe.each(quickFixNames)("%s", (name) => {
  test("whatever else the cluster says survives, in 300 random clusters", () => {
    let extras = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const random = createRandom(seed);
      // What was enriched is an object still.
      const body = enriched(base, random) as JsonRecord;
      const diagnosticSettings = [enriched(setting, random) as JsonRecord];
      const live = aLiveCluster({ body, diagnosticSettings });
      const original = JSON.stringify(live);
      const plan = ready(planOf[name](live));
      const before = name === "diagnosticLogs" ? diagnosticSettings[0] : body;
      const written = new Set(leavesOf(bodyOf(plan)));
      const lost = leavesOf(before).filter((leaf) => !written.has(leaf));
      // A switch that is turned is the only thing that may be gone.
      expect([seed, lost.filter((leaf) => !/enabled = false$|azurePolicy.* = |\{\}$/.test(leaf))]).toEqual([
        seed,
        [],
      ]);
      expect(lost.length).toBeLessThanOrEqual(1);
      expect(plan.changes.map(({ path, before: was, after }) => ({ path, before: was, after }))).toEqual(
        jsonChanges(before, bodyOf(plan)),
      );
      expect(JSON.stringify(live)).toBe(original);
      extras += leavesOf(before).length - leavesOf(name === "diagnosticLogs" ? setting : base).length;
    }
    expect(extras).toBeGreaterThan(1000);
  });

  test("done twice is refused the second time", () => {
    const live = aLiveCluster({ body: base, diagnosticSettings: [setting] });
    const body = bodyOf(ready(planOf[name](live)));
    const after = name === "diagnosticLogs" ? { ...live, diagnosticSettings: [body] } : { ...live, body };
    expect(quickFixes[name].isFixed(live)).toBe(false);
    expect(quickFixes[name].isFixed(after)).toBe(true);
    expect(planOf[name](after)).toMatchObject({ kind: "refused", refusal: { code: "alreadyFixed" } });
  });

  test("is found by the key of its recommendation", () => {
    expect(quickFixes[name].recommendation).toBe(quickFixKeys[name]);
    expect(quickFixFor(quickFixKeys[name].toUpperCase())).toBe(name);
    expect(isPublished(quickFixKeys[name])).toBe(true);
  });
});

test("other recommendations have no quick fix", () => {
  expect(quickFixFor("b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9")).toBeUndefined();
});
