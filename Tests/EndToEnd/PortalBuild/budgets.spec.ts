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
  "Shared.js": 71,
  "Views.Shared.js": 37,
  "SecurityDashboard.Shared.js": 0.33,
  "SecurityDashboard.ReactView.js": 80,
  "SecurityDashboard.DataFetcher.js": 2,
  "PlanSettings.ReactView.js": 14.5,
  "DetailViews.js": 41,
  "Details.js": 6.5,
  "MoreServices.js": 8.5,
  "ReportWriter.js": 10.5,
  "arm-containerservice.js": 44,
  "arm-policy.js": 27,
  "arm-security.js": 56,
  "en/Strings.js": 28,
};

/** Part of a budget that may be unused. */
const spare = 0.05;

const modules = path.join(portalOutput, "modules");

function weightOf(module: string): number {
  return gzipSync(readFileSync(path.join(modules, module)), { level: 9 }).length / 1_000;
}

test("every module has a budget, and keeps to it", () => {
  const all = readdirSync(modules).filter((file) => file.endsWith(".js"));
  expect([...all, "en/Strings.js"].sort()).toEqual(Object.keys(budgets).sort());
  for (const [module, budget] of Object.entries(budgets)) {
    const weight = weightOf(module);
    process.stdout.write(`${module}: ${weight.toFixed(1)} of ${budget} kB\n`);
    expect(weight, `${module} is too heavy`).toBeLessThanOrEqual(budget);
    expect(weight, `${module} has a budget that it doesn't need any more`).toBeGreaterThan(
      budget * (1 - spare),
    );
  }
});
