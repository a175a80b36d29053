import { isArmId } from "../Core/armNames";
import { armPath, armTarget } from "../Core/armUrl";
import type { PlanStep } from "./planChanges";
import { apiVersions } from "../Azure/Pipeline/arm";
import { shellWord } from "../Core/shellWord";

/**
 * The step as a command of the Azure CLI for a POSIX shell; `scopeId` is the ARM id of the scope that is changed. `undefined` for
 * steps that are no pricing, and for what is no id. Values stand behind `=`: none is taken for an option. `az rest`
 * puts ARM's address of the cloud that the reader is signed in to before the path.
 */
export function azRestOf(step: PlanStep, scopeId: string): string | undefined {
  return isArmId(scopeId) ? commandOf(step, scopeId) : undefined;
}

function commandOf(step: PlanStep, scopeId: string): string | undefined {
  const path = armPath`${scopeId}/providers/Microsoft.Security/pricings/Containers`;
  const url = `--url=${shellWord(armTarget({ path, apiVersion: apiVersions.pricings }))}`;
  switch (step.kind) {
    case "save":
      return `az rest --method=put ${url} --body=${shellWord(asciiJson(step.body))}`;
    case "remove":
      return `az rest --method=delete ${url}`;
    case "cluster":
      return undefined;
  }
}

/** JSON in ASCII: what terminals act on, or show otherwise than it is, is escaped. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
