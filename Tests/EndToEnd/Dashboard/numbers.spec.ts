import { test as withoutPage } from "@playwright/test";
import { expect, test } from "../fixtures";
import { all, numbersAgree } from "../numbers";
import { scenarioNames, type ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { worlds } from "../worlds";

for (const seed of [3, 71, 4_242, 198_765, 2_026_112_513]) {
  test.describe(`busy, seed ${seed}:`, () => {
    test.use({ seed });
    test("tile, tab, rows and levels agree", async ({ dashboard }) => {
      await numbersAgree(dashboard, all("some"));
    });
  });
}

/**
 * Worlds that are not looked at: the busy one in which only writes end otherwise, each with tests of its own, and the one
 * with 50,000 findings, which `Tests/Benchmarks/csvReport.ts` reads.
 */
const others: readonly ScenarioName[] = [
  "assignment-troubles",
  "basic-load-balancer",
  "cluster-busy",
  "fix-fails",
  "huge",
  "keys-refused",
  "no-logs",
  "plan-busy",
  "plan-cluster-owner",
  "plan-extension-fails",
  "plan-locked",
  "reader",
  "session-expired",
  "claims-challenge",
  "undrainable-pod",
  "cluster-stopped",
  "single-machines",
];

withoutPage("every other world is looked at", () => {
  expect([...worlds.map(({ scenario }) => scenario), ...others].sort()).toEqual([...scenarioNames].sort());
});
