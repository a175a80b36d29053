import { execFileSync } from "node:child_process";
import path from "node:path";

/** The bundles that the end-to-end tests share. In a program of its own, since the bundler complains where one ends by force, as Playwright's does. */
export default function buildOnce(): void {
  execFileSync(process.execPath, ["--import", "tsx", path.join(__dirname, "buildBundles.ts")], {
    stdio: "inherit",
  });
}
