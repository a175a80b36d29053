import { format } from "../../Client/Core/format";
import type { LinkProblem } from "./readViewText";
import { ViewLink } from "./ViewLink.resjson";

const plain = {
  tooLong: ViewLink.problemTooLong,
  version: ViewLink.problemVersion,
  cut: ViewLink.problemCut,
  part: ViewLink.problemPart,
  finding: ViewLink.problemFinding,
} as const;

const naming = {
  tab: { one: ViewLink.problemTab, many: ViewLink.problemTabs },
  filter: { one: ViewLink.problemFilter, many: ViewLink.problemFilters },
  column: { one: ViewLink.problemColumn, many: ViewLink.problemColumns },
} as const;

/** What is wrong with a link, each thing once, in words. */
export function problemTexts(problems: readonly LinkProblem[]): readonly string[] {
  const texts = problems.map((problem) =>
    "name" in problem ? namingText(problem.kind, problems) : plain[problem.kind],
  );
  return [...new Set(texts)];
}

function namingText(kind: keyof typeof naming, problems: readonly LinkProblem[]): string {
  const names = problems.flatMap((problem) => (problem.kind === kind ? [nameText(problem.name)] : []));
  const different = [...new Set(names)];
  const shown = different.slice(0, mostNames).join(", ");
  return different.length === 1
    ? format(naming[kind].one, shown)
    : format(naming[kind].many, different.length > mostNames ? `${shown}, …` : shown);
}

const mostNames = 5;

/** Links aren't trusted: only what can be a name is repeated, so that a link can't put its own text on the page. */
function nameText(name: string): string {
  return /^[A-Za-z0-9-]{1,30}$/.test(name) ? name : ViewLink.unreadableName;
}
