import { clusterPlan, clusterRights, unwritable } from "../../../Client/QuickFixes/clusterFix";
import { valueAt, withValue } from "../../../Client/QuickFixes/mergeJson";
import { refused, type QuickFix } from "../../../Client/QuickFixes/quickFix";
import { strangeChanges } from "../../../Extension/LocalPortal/Gate/changesAsFixesDo";
import { aCluster } from "../../Support/aCluster";
import { aLiveCluster } from "../../Support/aLiveCluster";
import { bodyOf, linesOf, liveWith, ready, refusalOf } from "./planSupport";

/** The recipe "A quick fix" of CONTRIBUTING.md, up to what the review shows: a fix that the product doesn't have. */
const disabled = ["properties", "disableLocalAccounts"];

const localAccountsFix: QuickFix<Readonly<Record<never, never>>> = {
  recommendation: "00000000-0000-4000-8000-000000000000",
  reads: [],
  rights: clusterRights,
  isFixed: ({ body }) => valueAt(body, disabled) === true,
  plan: (live) =>
    localAccountsFix.isFixed(live)
      ? refused("alreadyFixed")
      : (unwritable(live) ?? clusterPlan(live, withValue(live.body, disabled, true))),
};

test("it changes its property, keeps everything else, and is one write with one permission", () => {
  const live = liveWith({ disableLocalAccounts: false, oidcIssuerProfile: { enabled: true } });
  const plan = ready(localAccountsFix.plan(live, {}));
  expect(linesOf(plan)).toEqual(["properties.disableLocalAccounts: false -> true"]);
  expect(bodyOf(plan).properties).toMatchObject({ oidcIssuerProfile: { enabled: true } });
  expect(plan.writes.map(({ resource, path }) => [resource, path])).toEqual([["cluster", aCluster().id]]);
  expect(plan.rights).toEqual(localAccountsFix.rights(aCluster()));
  expect(localAccountsFix.isFixed({ ...live, body: bodyOf(plan) })).toBe(true);
});

test("it's refused where it has nothing to do, and where the cluster takes no change", () => {
  expect(refusalOf(localAccountsFix.plan(liveWith({ disableLocalAccounts: true }), {}))).toBe("alreadyFixed");
  const stopped = liveWith({ powerState: { code: "Stopped" } });
  expect(refusalOf(localAccountsFix.plan(stopped, {}))).toBe("clusterStopped");
});

test("the gate refuses its write until it knows the property", () => {
  const live = aLiveCluster();
  const body = bodyOf(ready(localAccountsFix.plan(live, {})));
  expect(strangeChanges(live.body, body)).toEqual(["properties.disableLocalAccounts"]);
});
