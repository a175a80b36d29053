import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { readManifest } from "../../Extension/build/extensionManifest";
import { sharedParts } from "../../Extension/build/moduleNames";
import { portalOutput, root } from "../../Extension/build/outputs";
import { runPortalBuild } from "../../Extension/build/runPortalBuild";
import type { Round } from "./figures";

/** Of the portal build, which is made anew. */
export async function measureWeights(): Promise<Round<"weights">> {
  await runPortalBuild();
  return {
    entry:
      weightOfAll(["SecurityDashboard.ReactView", "SecurityDashboard.DataFetcher"]) + weightOf("en/Strings"),
    settings: weightOfAll(["PlanSettings.ReactView"]),
  };
}

/** Of modules, and of what they depend on of the build's own code. */
function weightOfAll(modules: readonly string[]): number {
  const parts = sharedParts(readManifest(root)).filter((part) =>
    part.modules.some((name) => modules.includes(name)),
  );
  return [...modules, ...parts.map(({ name }) => name)].reduce((sum, name) => sum + weightOf(name), 0);
}

/** Of a module as it is sent, in kilobytes of 1,000 bytes. */
function weightOf(module: string): number {
  const text = readFileSync(path.join(portalOutput, "modules", `${module}.js`));
  return gzipSync(text, { level: 9 }).length / 1_000;
}
