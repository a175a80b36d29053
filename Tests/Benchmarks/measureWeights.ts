import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { portalOutput } from "../../Extension/build/outputs";
import { runPortalBuild } from "../../Extension/build/runPortalBuild";
import type { Round } from "./figures";

/** Of the portal build, which is made anew. */
export async function measureWeights(): Promise<Round<"weights">> {
  await runPortalBuild();
  const opening = ["SecurityDashboard.ReactView", "SecurityDashboard.DataFetcher", "en/Strings"];
  return {
    entry: opening.reduce((sum, module) => sum + weightOf(module), 0),
    settings: weightOf("PlanSettings.ReactView"),
  };
}

/** Of a module as it is sent, in kilobytes of 1,000 bytes. */
function weightOf(module: string): number {
  const text = readFileSync(path.join(portalOutput, "modules", `${module}.js`));
  return gzipSync(text, { level: 9 }).length / 1_000;
}
