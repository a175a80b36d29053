import type { AnswerIssue } from "../checkTraffic";

/** Where an answer is not as Microsoft's OpenAPI says. Its words are the validator's codes and names of models. */
export interface SpecificationIssue {
  readonly operation: string;
  readonly status: number;
  readonly code: string;
  /** With `?` for what no public model has, and `*` for the number of an item. */
  readonly path: string;
  readonly times: number;
}

/** What may be shown of the validator's findings, each once with how often it came up. */
export function shownIssues(
  issues: readonly AnswerIssue[],
  names: ReadonlySet<string>,
): readonly SpecificationIssue[] {
  const found = new Map<string, SpecificationIssue>();
  for (const { operation, status, code, paths } of issues) {
    for (const one of paths.length === 0 ? [""] : paths) {
      const path = shown(one, names);
      const key = [operation, status, code, path].join(" ");
      found.set(key, { operation, status, code, path, times: (found.get(key)?.times ?? 0) + 1 });
    }
  }
  return [...found.values()];
}

const maps = new Set(["tags", "labels", "nodelabels", "annotations", "config", "parameters"]);

function shown(path: string, names: ReadonlySet<string>): string {
  const segments = path.split("/");
  return segments
    .map((segment, at) => {
      const isOfMap = maps.has(segments[at - 1]?.toLowerCase() ?? "");
      const isItem = /^\d+$/.test(segment);
      const isPublic = segment === "" || isItem || names.has(segment.toLowerCase());
      return isOfMap || !isPublic ? "?" : isItem ? "*" : segment;
    })
    .join("/");
}
