import { isPublished } from "./recommendation";

/** Day on which Microsoft deprecated {@link deprecated} (release notes of 2026-08). */
export const deprecatedOn = "2026-07-01";

/**
 * Container-level recommendations of the Azure Policy add-on that are deprecated, by key, each with the words of what it is
 * about.
 *
 * Assumption, here alone: Microsoft hasn't published the keys of their successors, which are agentless and need Defender CSPM.
 * A recommendation is taken for a successor when its own key is unknown and its title has the words of exactly one of these.
 */
const deprecated: ReadonlyMap<string, RegExp> = new Map([
  ["f0debc84-981c-4a0d-924d-aa4bd7d55fef", /\bhost[\s-]?paths?\b/i],
  ["add45209-73f6-4fa5-a5a5-74a451b07fbe", /\b(allowed|unapproved|restricted) ports\b/i],
  ["ebc68898-5c0f-4353-a426-4a5f1e737b12", /\bhost[\s-]?(network(ing)?|ports?)\b/i],
  ["aba14f78-27c5-af84-848e-9105d18dfd92", /\bCAP[_\s-]?SYS[_\s-]?ADMIN\b/i],
  ["86f91051-9d6a-47c3-a07f-bd14cb214b45", /\bapp[\s-]?armor\b/i],
]);

/** `successor`: takes the place of a deprecated one, about the same problem. */
export type Lifecycle = "current" | "deprecated" | "successor";

/** A recommendation by its key and its title. */
export interface Named {
  readonly key: string;
  readonly title: string;
}

export function lifecycleOf(recommendation: Named): Lifecycle {
  if (deprecated.has(recommendation.key.toLowerCase())) {
    return "deprecated";
  }
  return replacedBy(recommendation) === undefined ? "current" : "successor";
}

/** Key under which the remedy is known: of the deprecated recommendation where this one succeeds it, else its own. */
export function remedyKeyOf(recommendation: Named): string {
  return replacedBy(recommendation) ?? recommendation.key;
}

/** Key of the deprecated recommendation that this one replaces; `undefined` when it replaces none, or more than one could be meant. */
function replacedBy({ key, title }: Named): string | undefined {
  if (isPublished(key)) {
    return undefined;
  }
  const [only, ...others] = [...deprecated].filter(([, words]) => words.test(title)).map(([one]) => one);
  return others.length === 0 ? only : undefined;
}
