import { reachOf, type RuleReach } from "../../../Client/Suppression/suppressionReach";
import type { Services } from "../../../Client/services";
import { ChangedError } from "../../../Client/Core/changed";
import {
  suppressionFields,
  type StoredRule,
  type SuppressionCondition,
  type SuppressionRule,
} from "../../../Client/Suppression/suppressionRule";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import {
  alertProperties,
  changeAlertStatus,
} from "../../../Extension/ArmEmulator/World/Security/Alerts/alertStatus";
import { createRandom, type Random } from "../../../Extension/ArmEmulator/World/random";
import type { WorldAlert } from "../../../Extension/ArmEmulator/World/world";
import { entityFacts } from "../../Support/entityFacts";
import { aRule } from "../../Support/suppression";
import { failureOfCall, withOneClock, withServices } from "../../Support/withServices";

const rule: SuppressionRule = {
  name: "Known_behavior-1",
  alertType: "K8S_NothingLikeThis",
  reason: "SpecificEntityFalsePositive",
  comment: 'It\'s "known": <b>bold</b> \\ 🐳\nsecond line',
  state: "Enabled",
  expires: new Date("2099-12-24T12:00:00.000Z"),
  conditions: [
    { field: "entities.ip.address", operator: "in", values: ["203.0.113.7", "203.0.113.8"] },
    { field: "entities.process.commandline", operator: "contains", values: ['it\'s "quoted" \\ 🐳'] },
    {
      field: "entities.azureresource.resourceid",
      operator: "in",
      values: ["/subscriptions/11111111-1111-4111-8111-111111111111/x"],
    },
  ],
};

test("busy: the four rules that are there, with all that they say", async () => {
  await withServices("busy", async ({ suppression }, { world, clusterId }) => {
    const rules = await suppression.list();
    expect(rules.map(({ name, state, reason }) => [name, state, reason])).toEqual([
      ["known-behavior-of-production", "Enabled", "FalsePositive"],
      ["noise-of-the-whole-subscription", "Disabled", "Noise"],
      ["penetration-test-of-october", "Expired", "NotRelevant"],
      ["retired_cluster", "Enabled", "Other"],
    ]);
    expect(rules[0]?.conditions).toEqual([
      { field: "entities.azureresource.resourceid", operator: "in", values: [clusterId] },
    ]);
    expect(rules[1]).toMatchObject({ conditions: [], comment: "", expires: undefined });
    expect(rules[2]?.conditions).toEqual([
      { field: "entities.ip.address", operator: "contains", values: ["203.0.113."] },
    ]);
    const ends = [...world.suppressionRules.values()].map(({ expirationDateUtc }) => expirationDateUtc);
    expect(rules.map(({ expires }) => expires?.toISOString())).toEqual(ends);
  });
});

test.each<[string, Partial<SuppressionRule>]>([
  ["everything", {}],
  ["no end", { expires: undefined }],
  ["no comment", { comment: "" }],
  ["no conditions", { conditions: [] }],
  ["one condition that contains", { conditions: rule.conditions.slice(1, 2) }],
  ["one condition in a list", { conditions: rule.conditions.slice(0, 1) }],
  ["disabled", { state: "Disabled" }],
  ["every type", { alertType: "*", conditions: rule.conditions }],
])("a rule is read as it was saved: %s", async (_, over) => {
  await withOneClock({}, async ({ services: { suppression }, emulator, calls }) => {
    const saved = { ...rule, ...over };
    const before = await suppression.list();
    calls.splice(0);
    await suppression.create(saved);
    const call = {
      path: `/subscriptions/${emulator.world.subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules/${rule.name}`,
      apiVersion: "2019-01-01-preview",
    };
    expect(calls).toEqual([
      { ...call, method: "GET", commandName: "Dashboard/GetSuppressionRule" },
      { ...call, method: "PUT", commandName: "Dashboard/SaveSuppressionRule" },
    ]);
    const after = await suppression.list();
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject(saved);
  });
});

const ofName = async ({ suppression }: Services, name: string) => {
  const found = (await suppression.list()).find((one) => one.name === name);
  if (!found) {
    throw new Error("There is no such rule.");
  }
  return found;
};

test("a rule is disabled, enabled and deleted, and keeps everything else", async () => {
  await withServices("busy", async (services, { world }) => {
    const { suppression } = services;
    const before = await suppression.list();
    await suppression.create(rule);
    for (const state of ["Disabled", "Enabled"] as const) {
      await suppression.setState(await ofName(services, rule.name), state);
      expect(await ofName(services, rule.name)).toMatchObject({ ...rule, state });
    }
    const saved = await ofName(services, rule.name);
    // ARM does not tell letter cases apart.
    await suppression.remove({ ...saved, name: rule.name.toLowerCase() });
    expect(await suppression.list()).toEqual(before);
    await suppression.remove(saved);
    expect(world.suppressionRules.size).toBe(4);
  });
});

describe("what someone else changed meanwhile", () => {
  const errorOf = (call: Promise<void>) =>
    call.then(
      () => undefined,
      (error: unknown) => error,
    );

  test.each<readonly [string, (service: Services["suppression"], seen: StoredRule) => Promise<void>]>([
    ["enabled or disabled", (service, seen) => service.setState(seen, "Disabled")],
    ["deleted", (service, seen) => service.remove(seen)],
  ])("isn't %s unasked: what changed and when is said, and the second time it is meant", async (_, act) => {
    await withOneClock({}, async ({ services, emulator, calls }) => {
      const { suppression } = services;
      await suppression.create(rule);
      const seen = await ofName(services, rule.name);
      const { world } = emulator;
      const key = [...world.suppressionRules].find(([, { name }]) => name === rule.name)?.[0] ?? "";
      const stored = world.suppressionRules.get(key);
      if (!stored) {
        throw new Error("It wasn't created.");
      }
      const others = {
        ...stored,
        comment: "A colleague's.",
        lastModifiedUtc: "2026-11-29T10:00:00.000Z",
      };
      world.suppressionRules.set(key, others);
      calls.splice(0);
      const error = await errorOf(act(suppression, seen));
      expect(error).toBeInstanceOf(ChangedError);
      expect(error).toMatchObject({
        failure: { kind: "conflict" },
        changed: [{ path: "comment", before: rule.comment, after: "A colleague's." }],
        last: { by: undefined, at: new Date("2026-11-29T10:00:00.000Z") },
      });
      expect(calls.map(({ method }) => method)).toEqual(["GET"]);
      expect(world.suppressionRules.get(key)).toBe(others);
      await act(suppression, seen);
      const after = world.suppressionRules.get(key);
      expect([undefined, "Disabled"]).toContain(after?.state);
      expect(after?.comment ?? "A colleague's.").toBe("A colleague's.");
    });
  });

  test("a rule isn't put in the place of another one of its name, however often it's tried", async () => {
    await withServices("busy", async (services) => {
      await services.suppression.create(rule);
      const before = await services.suppression.list();
      for (const name of [rule.name, rule.name.toUpperCase()]) {
        const call = services.suppression.create({ ...rule, name, comment: "Another." });
        expect(await failureOfCall(call)).toMatchObject({ kind: "conflict", code: "RuleExists" });
      }
      expect(await services.suppression.list()).toEqual(before);
    });
  });

  test("a rule that was deleted isn't made anew by enabling it", async () => {
    await withServices("busy", async (services) => {
      await services.suppression.create(rule);
      const seen = await ofName(services, rule.name);
      await services.suppression.remove(seen);
      expect(await failureOfCall(services.suppression.setState(seen, "Disabled"))).toMatchObject({
        kind: "notFound",
      });
      expect(await services.suppression.list()).toHaveLength(4);
    });
  });
});

test("enabling an own rule again dismisses what it is about; disabling it gives nothing back", async () => {
  await withServices("busy", async ({ suppression }, { world }) => {
    const [, disabled] = await suppression.list();
    const open = () =>
      world.alerts.filter(
        (alert) =>
          alert.properties.alertType === disabled?.alertType &&
          ["Active", "InProgress"].includes(String(alertProperties(alert).status)),
      ).length;
    expect(open()).toBeGreaterThan(0);
    if (!disabled) {
      throw new Error("There is no such rule.");
    }
    await suppression.setState(disabled, "Enabled");
    expect(open()).toBe(0);
    await suppression.setState({ ...disabled, raw: { ...disabled.raw, state: "Enabled" } }, "Disabled");
    expect(open()).toBe(0);
  });
});

test("more rules than fit into one page are all there", async () => {
  await withServices("busy", async ({ suppression }, { world }) => {
    const [first] = world.suppressionRules.values();
    if (!first) {
      throw new Error("There are no rules.");
    }
    for (let number = 0; number < 250; number += 1) {
      world.suppressionRules.set(`rule-${number}`, { ...first, name: `rule-${number}` });
    }
    const rules = await suppression.list();
    expect(new Set(rules.map(({ name }) => name)).size).toBe(254);
    expect(rules).toHaveLength(254);
  });
});

test("a rule that cannot be read fails the list instead of being omitted", async () => {
  await withServices("busy", async ({ suppression }, { world }) => {
    const [first] = world.suppressionRules.values();
    if (first) {
      world.suppressionRules.set("odd", { ...first, name: "odd", alertType: "" });
    }
    expect(await failureOfCall(suppression.list())).toMatchObject({
      kind: "unexpected",
      message: "The list has a suppression rule without a name or an alert type.",
    });
  });
});

describe("refusals", () => {
  test.each<[string, Partial<SuppressionRule>, string]>([
    ["a name that is too short", { name: "a" }, "'a'"],
    ["a name that is too long", { name: "a".repeat(51) }, "from 2 to 50 characters"],
    ["a name outside of the alphabet", { name: "it's?&#" }, "'it's?&#'"],
    [
      "a field that is none",
      { conditions: [{ field: "entities.pod.name", operator: "in", values: ["a"] }] },
      "entities.pod.name",
    ],
    [
      "a condition without values",
      { conditions: [{ field: "entities.ip.address", operator: "in", values: [] }] },
      "none of them empty",
    ],
    [
      "a condition with nothing",
      { conditions: [{ field: "entities.ip.address", operator: "contains", values: [] }] },
      "none of them empty",
    ],
    ["a reason that is none", { reason: "Because" }, "properties.reason"],
    ["a blank type", { alertType: " " }, "properties.alertType"],
  ])("%s: invalid, in the words of the service, and nothing is saved", async (_, over, words) => {
    await withServices("busy", async ({ suppression }, { world }) => {
      const before = [...world.suppressionRules.keys()];
      expect(await failureOfCall(suppression.create({ ...rule, ...over }))).toMatchObject({
        kind: "invalid",
        code: "BadRequest",
        message: expect.stringContaining(words) as string,
        requestId: expect.any(String) as string,
      });
      expect([...world.suppressionRules.keys()]).toEqual(before);
    });
  });

  test("a reader sees rules and their reach, and may not save or delete", async () => {
    await withServices("reader", async ({ suppression }, { world }) => {
      const [existing] = await suppression.list();
      expect((await suppression.reachable(existing?.alertType ?? "")).alerts.length).toBeGreaterThan(0);
      expect(await failureOfCall(suppression.create(rule))).toMatchObject({
        kind: "forbidden",
        missingAction: "Microsoft.Security/alertsSuppressionRules/write",
      });
      expect(await failureOfCall(suppression.remove(existing ?? aRule("none")))).toMatchObject({
        kind: "forbidden",
        missingAction: "Microsoft.Security/alertsSuppressionRules/delete",
      });
      expect(world.suppressionRules.size).toBe(4);
    });
  });

  test.each<[ScenarioName]>([["no-access"], ["cluster-only"]])(
    "%s: the rules may not be read",
    async (scenario) => {
      await withServices(scenario, async ({ suppression }) => {
        expect(await failureOfCall(suppression.list())).toMatchObject({
          kind: "forbidden",
          missingAction: "Microsoft.Security/alertsSuppressionRules/read",
        });
      });
    },
  );

  test("no-access: the reach is a failure, not nothing", async () => {
    await withServices("no-access", async ({ suppression }) => {
      expect(await failureOfCall(suppression.reachable("T"))).toMatchObject({ kind: "forbidden" });
    });
  });

  test("a canceled save is not failed and saves nothing", async () => {
    await withServices("busy", async ({ suppression }, { world }) => {
      const controller = new AbortController();
      controller.abort();
      const save = suppression.create(rule, controller.signal);
      await expect(save).rejects.toMatchObject({ name: "AbortError" });
      expect(world.suppressionRules.size).toBe(4);
    });
  });
});

test("malformed-rows: alerts that cannot be read are counted apart, for no one knows whether a rule matches them", async () => {
  await withServices("malformed-rows", async ({ suppression }, { world }) => {
    const alertType = String(typeOf(world.strayAlertRows[0]));
    const inWorld = world.alerts.filter(({ properties }) => properties.alertType === alertType);
    const { alerts, unreadable } = await suppression.reachable(alertType);
    // Without severity or id, or with entities that are no JSON: five of the seven. A bad date does not matter to a rule.
    expect(unreadable).toBe(5);
    expect(alerts).toHaveLength(inWorld.length + 2);
  });
});

function typeOf(row: Readonly<Record<string, unknown>> | undefined): unknown {
  return (row?.properties as Readonly<Record<string, unknown>>).AlertType;
}

/** A condition about what one of two alerts has, or nearly. */
function randomCondition(random: Random, alerts: readonly WorldAlert[]): SuppressionCondition {
  const pick = () => {
    const facts = entityFacts(random.pick(alerts).properties.entities);
    return facts.length > 0 ? random.pick(facts) : { field: random.pick(suppressionFields), text: "x" };
  };
  const { field, text: found } = pick();
  const text = random.oneIn(2) ? found.toUpperCase() : found;
  if (random.oneIn(2)) {
    return { field, operator: "in", values: random.oneIn(2) ? [text] : [pick().text, text, "nothing"] };
  }
  const from = random.whole(text.length);
  const part = text.slice(from, from + 1 + random.whole(text.length - from));
  return { field, operator: "contains", values: [part.trim() === "" ? text : part] };
}

function randomRule(random: Random, { world, clusterId }: ArmEmulator, number: number): SuppressionRule {
  const sample = random.pick(world.alerts);
  const { alertType } = sample.properties;
  const ofType = world.alerts.filter(({ properties }) => properties.alertType === alertType);
  const alerts = random.oneIn(3) ? [sample, random.pick(ofType)] : [sample];
  const conditions = Array.from({ length: random.whole(3) }, () => randomCondition(random, alerts));
  const thisCluster = { field: suppressionFields[0], operator: "in" as const, values: [clusterId] };
  return {
    ...rule,
    name: `random-${number}`,
    alertType: random.oneIn(4) ? String(alertType).toUpperCase() : String(alertType),
    conditions: random.oneIn(3) ? [thisCluster, ...conditions] : conditions,
  };
}

/** Opens and closes some alerts, as people do: or rule after rule there would be less to dismiss. */
function stir({ world }: ArmEmulator, random: Random, at: Date): void {
  for (const alert of world.alerts) {
    if (random.oneIn(2)) {
      changeAlertStatus(alert, random.pick(["Active", "Active", "InProgress", "Resolved"] as const), at);
    }
  }
}

const statusesIn = ({ world }: ArmEmulator) =>
  new Map(world.alerts.map((alert) => [alert.id, alertProperties(alert).status]));

/** The numbers of a preview, counted again from the world for the alerts that were dismissed. */
function countsOf({ world, clusterId }: ArmEmulator, ids: readonly string[]) {
  const alerts = world.alerts.filter(({ id }) => ids.includes(id));
  const nodeGroup = `/resourcegroups/${world.clusters[0]?.nodeResourceGroup ?? ""}/`.toLowerCase();
  const here = alerts.filter(({ properties }) =>
    (properties.resourceIdentifiers as readonly { readonly azureResourceId?: string }[]).some(
      ({ azureResourceId = "" }) =>
        azureResourceId.toLowerCase() === clusterId.toLowerCase() ||
        azureResourceId.toLowerCase().includes(nodeGroup),
    ),
  ).length;
  const severities = alerts.map(({ properties }) => String(properties.severity));
  const bySeverity = [...new Set(severities)].map((severity) => [
    severity,
    severities.filter((other) => other === severity).length,
  ]);
  return { here, elsewhere: alerts.length - here, bySeverity: Object.fromEntries(bySeverity) as object };
}

const countsIn = ({ inThisCluster, elsewhere, bySeverity }: RuleReach) => ({
  here: inThisCluster,
  elsewhere,
  bySeverity: Object.fromEntries(bySeverity),
});

describe("what is previewed is what is dismissed", () => {
  const rulesPerWorld = 40;

  test.each([1, 2, 3, 4, 5])(
    `by ${rulesPerWorld} random rules, one after the other, in world %d`,
    async (seed) => {
      await withOneClock({ seed }, async ({ services: { suppression }, emulator, clock }) => {
        const random = createRandom(seed);
        const telling = { dismissing: 0, sparing: 0 };
        for (let number = 0; number < rulesPerWorld; number += 1) {
          stir(emulator, random, new Date(clock.now()));
          await clock.sleep(60_000, undefined); // Resource Graph has caught up.
          const written = randomRule(random, emulator, number);
          const reachable = await suppression.reachable(written.alertType);
          expect(reachable.unreadable).toBe(0);
          const preview = reachOf(written, reachable);

          const before = statusesIn(emulator);
          await suppression.create(written);
          const changed = [...statusesIn(emulator)].filter(([id, status]) => before.get(id) !== status);
          const ids = changed.map(([id]) => id);

          expect([written, preview.dismisses.map(({ id }) => id).sort()]).toEqual([written, [...ids].sort()]);
          expect(changed.filter(([, status]) => status !== "Dismissed")).toEqual([]);
          expect(countsIn(preview)).toEqual(countsOf(emulator, ids));
          telling.dismissing += ids.length > 0 ? 1 : 0;
          telling.sparing += ids.length < reachable.alerts.filter(({ isOpen }) => isOpen).length ? 1 : 0;
        }
      });
    },
  );
});
