import { policyAddOnFix } from "../../../Client/QuickFixes/policyAddOnFix";
import { aCluster } from "../../Support/aCluster";
import { aLiveCluster } from "../../Support/aLiveCluster";
import { bodyOf, linesOf, liveWith, ready, refusalOf } from "./planSupport";

test.each([
  [{}, "azurepolicy", "-"],
  [{ addonProfiles: { azurepolicy: { enabled: false } } }, "azurepolicy", "false"],
  [{ addonProfiles: { azurePolicy: { enabled: false } } }, "azurePolicy", "false"],
  [{ addonProfiles: { AZUREPOLICY: {} } }, "AZUREPOLICY", "-"],
])("%j: the add-on is enabled where the cluster spells it", (properties, key, before) => {
  const live = liveWith(properties);
  expect(policyAddOnFix.isFixed(live)).toBe(false);
  const plan = ready(policyAddOnFix.plan(live, {}));
  const path = "properties.addonProfiles";
  const expected =
    "addonProfiles" in properties
      ? [`${path}.${key}.enabled: ${before} -> true`]
      : [`${path}: - -> {"azurepolicy":{"enabled":true}}`];
  expect(linesOf(plan)).toEqual(expected);
  expect(policyAddOnFix.isFixed({ ...live, body: bodyOf(plan) })).toBe(true);
});

test("what the add-on is configured with, and other add-ons, stay", () => {
  const omsagent = { enabled: true, config: { a: "1" } };
  const live = liveWith({
    addonProfiles: { omsagent, azurepolicy: { enabled: false, config: { version: "v2" } } },
  });
  expect(bodyOf(ready(policyAddOnFix.plan(live, {}))).properties).toMatchObject({
    addonProfiles: { omsagent, azurepolicy: { enabled: true, config: { version: "v2" } } },
  });
});

test("it takes one right, at the cluster, and is one write of it", () => {
  const { id } = aCluster();
  const plan = ready(policyAddOnFix.plan(aLiveCluster(), {}));
  const right = { action: "Microsoft.ContainerService/managedClusters/write", scope: id };
  expect([plan.rights, policyAddOnFix.rights(aCluster())]).toEqual([[right], [right]]);
  expect(plan.writes.map(({ resource, path }) => [resource, path])).toEqual([["cluster", id]]);
});

test("what is there already is refused, and so is what cannot be read", () => {
  const fixed = liveWith({ addonProfiles: { azurePolicy: { enabled: true } } });
  expect(refusalOf(policyAddOnFix.plan(fixed, {}))).toBe("alreadyFixed");
  const live = aLiveCluster({ body: { name: "x" } });
  expect(refusalOf(policyAddOnFix.plan(live, {}))).toBe("unreadableCluster");
});
