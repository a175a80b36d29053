/**
 * `npm run doctor`: says what is there of what this product needs, and what to do about the rest. `--for PURPOSE`, which can be
 * repeated, names what has to be there. Ends with exit code 0 when it is, 1 when it is not, 2 for another command line.
 */
import { parseArgs } from "node:util";
import { examine, findingLines, isPurpose, isReady, purposes } from "./checks";
import { thisSystem } from "./system";

function main(): number {
  const wanted = parseArgs({ options: { for: { type: "string", multiple: true } } }).values.for ?? [];
  const known = wanted.filter(isPurpose);
  if (known.length < wanted.length) {
    throw new Error(`--for takes one of: ${purposes.join(", ")}`);
  }
  const findings = examine(thisSystem);
  const isFine = isReady(findings, known);
  console.log(findingLines(findings).join("\n"));
  console.log(isFine ? "\nReady." : "\nSomething that is needed is missing.");
  return isFine ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
