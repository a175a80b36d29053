/**
 * `npm run conformance -- --specs DIR`: compares the product and its emulator with what Microsoft publishes. Ends with exit code 0
 * when nothing is wrong, 1 when something is, 2 when it could not be looked at.
 */
import { parseArgs } from "node:util";
import { problemsOf, runConformance } from "./conformance";
import { reportLines } from "./report";

const usage = "Usage: npm run conformance -- --specs DIR, where DIR has Microsoft's 'specification' in it";

async function main(): Promise<number> {
  const folder = specsFolder();
  if (folder === undefined) {
    console.error(usage);
    return 2;
  }
  const report = await runConformance(folder);
  console.log(reportLines(report).join("\n"));
  return problemsOf(report).length === 0 ? 0 : 1;
}

/** `undefined` when the command line is another one. */
function specsFolder(): string | undefined {
  try {
    return parseArgs({ options: { specs: { type: "string" } } }).values.specs;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
