import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { portalOutput } from "../../../Extension/build/outputs";

/**
 * What each module of the portal build may weigh, in kilobytes of 1,000 bytes, as it is sent (gzip). A module that grows has to be made
 * smaller, or its budget raised with a reason in the commit; one that shrinks takes its budget along, so that the gain isn't lost.
 */
const budgets: Readonly<Record<string, number>> = {
  "Shared.js": 45.7,
  "Views.Shared.js": 16.6,
  "SecurityDashboard.Shared.js": 14.2,
  "SecurityDashboard.ReactView.js": 56.7,
  "SecurityDashboard.DataFetcher.js": 1.94,
  "PlanSettings.ReactView.js": 26.4,
  "en/Strings.js": 10.3,
  "Actions.js": 51.7,
  "DetailViews.js": 51,
  "Details.js": 18.7,
  "FixPlan.js": 25.6,
  "MoreServices.js": 27,
  "ReportWriter.js": 21.5,
  "arm-containerservice.js": 44.2,
  "arm-policy.js": 26.6,
  "arm-security.js": 55.9,
  "en/LaterStrings.js": 23.2,
};

/** What is loaded before the first findings are on screen, and what of it may weigh all together. */
const opening = [
  ...["Shared.js", "Views.Shared.js", "SecurityDashboard.Shared.js", "en/Strings.js"],
  ...["SecurityDashboard.ReactView.js", "SecurityDashboard.DataFetcher.js"],
];
const openingBudget = 144;

/** Part of a budget that may be unused. */
const spare = 0.05;

const modules = path.join(portalOutput, "modules");

function weightOf(module: string): number {
  return gzipSync(readFileSync(path.join(modules, module)), { level: 9 }).length / 1_000;
}

test("every module has a budget, and keeps to it", () => {
  const all = readdirSync(modules).filter((file) => file.endsWith(".js"));
  const texts = readdirSync(path.join(modules, "en")).map((file) => `en/${file}`);
  expect([...all, ...texts].sort()).toEqual(Object.keys(budgets).sort());
  for (const [module, budget] of Object.entries(budgets)) {
    const weight = weightOf(module);
    process.stdout.write(`${module}: ${weight.toFixed(1)} of ${budget} kB\n`);
    expect(weight, `${module} is too heavy`).toBeLessThanOrEqual(budget);
    expect(weight, `${module} has a budget that it doesn't need any more`).toBeGreaterThan(
      budget * (1 - spare),
    );
  }
});

test("what is loaded before the first findings are on screen keeps to its budget", () => {
  const weight = opening.reduce((sum, module) => sum + weightOf(module), 0);
  process.stdout.write(`opening: ${weight.toFixed(1)} of ${openingBudget} kB\n`);
  expect(weight).toBeLessThanOrEqual(openingBudget);
});
