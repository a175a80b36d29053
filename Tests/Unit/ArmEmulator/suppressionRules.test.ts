import { isOpen } from "../../../Extension/ArmEmulator/World/Security/Alerts/alertStatus";
import { ruleMatches } from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionMatching";
import {
  isExpired,
  isInForce,
  type SuppressionRule,
} from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionRule";
import { mainOf, now, worldsOf } from "./worlds";

/** The rules that a world has from the beginning. */
const worlds = worldsOf();

test("there is one in force, one that is disabled, one that has expired and one that never matches", () => {
  for (const { suppressionRules, alerts } of worlds) {
    const [inForce, disabled, expired, never] = [...suppressionRules.values()];
    expect(suppressionRules.size).toBe(4);
    const about = (rule: SuppressionRule | undefined) =>
      alerts.filter((alert) => rule && ruleMatches(rule, alert)).length;
    expect(inForce && isInForce(inForce, now)).toBe(true);
    expect(about(inForce)).toBeGreaterThan(0);
    expect([disabled?.state, disabled && isExpired(disabled, now)]).toEqual(["Disabled", false]);
    expect(about(disabled)).toBeGreaterThan(0);
    expect([expired?.state, expired && isExpired(expired, now)]).toEqual(["Enabled", true]);
    expect(never && isInForce(never, now)).toBe(true);
    expect(about(never)).toBe(0);
  }
});

test("they are about types that the main cluster has, and their names are those of the map", () => {
  for (const world of worlds) {
    const { id } = mainOf(world);
    const types = world.alerts
      .filter(({ properties }) => JSON.stringify(properties.resourceIdentifiers).includes(`"${id}"`))
      .map(({ properties }) => properties.alertType);
    for (const [key, { name, alertType }] of world.suppressionRules) {
      expect(types).toContain(alertType);
      expect(key).toBe(name.toLowerCase());
    }
  }
});

test("no alert is open that a rule in force is about", () => {
  for (const { suppressionRules, alerts } of worlds) {
    const rules = [...suppressionRules.values()].filter((rule) => isInForce(rule, now));
    const open = alerts.filter(({ properties }) => isOpen(properties));
    expect(open.filter((alert) => rules.some((rule) => ruleMatches(rule, alert)))).toEqual([]);
  }
});

test.each([
  ["Enabled", undefined, true],
  ["Enabled", "2026-11-24T12:00:01Z", true],
  ["Enabled", "2026-11-24T12:00:00Z", false],
  ["Enabled", "2026-11-24T11:59:59Z", false],
  ["Disabled", undefined, false],
  ["Disabled", "2026-11-24T12:00:01Z", false],
] as const)("a rule that is %s and ends at %s is in force: %s", (state, expirationDateUtc, expected) => {
  const rule: SuppressionRule = {
    name: "rule",
    alertType: "*",
    reason: "Noise",
    state,
    lastModifiedUtc: now.toISOString(),
    ...(expirationDateUtc === undefined ? {} : { expirationDateUtc }),
  };
  expect(isInForce(rule, now)).toBe(expected);
});
