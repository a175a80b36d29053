import type { Fact } from "../Core/label";

/** A fact with the key that the service gave it. */
export interface KeyedFact extends Fact {
  readonly key: string;
}

/**
 * Facts whose labels differ, in their order. `userName` and `User Name` have labels that a reader takes for the same: one of
 * them is enough where they say the same, and where they do not, each has its key behind it.
 */
export function distinctFacts(facts: readonly KeyedFact[]): readonly Fact[] {
  const groups = new Map<string, readonly KeyedFact[]>();
  for (const fact of facts) {
    const label = plainLabel(fact.name);
    const group = groups.get(label) ?? [];
    if (!group.some(({ value }) => value === fact.value)) {
      groups.set(label, [...group, fact]);
    }
  }
  const kept = new Set([...groups.values()].flat());
  return facts
    .filter((fact) => kept.has(fact))
    .map(({ key, name, value }) => {
      const isShared = (groups.get(plainLabel(name)) ?? []).length > 1;
      return { name: isShared && key !== name ? `${name} (${key})` : name, value };
    });
}

/** A label without letter case, spaces and punctuation. */
export function plainLabel(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
