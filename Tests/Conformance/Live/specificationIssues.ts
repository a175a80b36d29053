import { checkTraffic } from "../checkTraffic";
import { openPublished } from "../published";
import type { Answer } from "./answers";
import { shownIssues, type SpecificationIssue } from "./shownIssues";

/** Compares answers with the OpenAPI of a folder, by Microsoft's validator, and keeps of what it says only what may be shown. */
export async function specificationIssues(
  folder: string,
  answers: readonly Answer[],
  names: ReadonlySet<string>,
): Promise<readonly SpecificationIssue[]> {
  // The scenario decides only which departures are known; those of the busy world are about all answers.
  const exchanges = answers.map((answer) => ({ scenario: "busy" as const, ...answer }));
  const { answerIssues } = await checkTraffic(openPublished(folder), exchanges);
  return shownIssues(answerIssues, names);
}
