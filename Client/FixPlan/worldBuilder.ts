import type { FindingGroup, FixAction, FixSubject, FixWorld, PlannedFinding, Weakness } from "./fixAction";

type Parts = Pick<FixAction, "id" | "kind" | "subject">;

/** Collects a world. Actions of one id become one action, whose components and CVEs are those of all. */
export interface WorldBuilder {
  /** Its place. */
  addWeakness(weakness: Weakness): number;
  addAction(action: Parts, closes: readonly number[]): void;
  addGroup(needs: readonly number[], findings: readonly PlannedFinding[]): void;
  build(): FixWorld;
}

export function createWorldBuilder(): WorldBuilder {
  const weaknesses: Weakness[] = [];
  const actions = new Map<string, { readonly parts: Parts[]; readonly closes: Set<number> }>();
  const groups: FindingGroup[] = [];
  return {
    addWeakness(weakness) {
      weaknesses.push(weakness);
      return weaknesses.length - 1;
    },
    addAction(action, closes) {
      const known = actions.get(action.id) ?? { parts: [], closes: new Set<number>() };
      known.parts.push(action);
      closes.forEach((place) => known.closes.add(place));
      actions.set(action.id, known);
    },
    addGroup(needs, findings) {
      groups.push({ needs, findings });
    },
    build() {
      const whole = [...actions.values()].flatMap(({ parts, closes }) => {
        const [first] = parts;
        return first && closes.size > 0
          ? [{ ...first, subject: joined(first.subject, parts), closes: [...closes] }]
          : [];
      });
      return { weaknesses, actions: whole, groups };
    },
  };
}

function joined(first: FixSubject, parts: readonly Parts[]): FixSubject {
  if (first.of === "recommendation" || parts.length === 1) {
    return first;
  }
  const subjects = parts.flatMap(({ subject }) => (subject.of === "component" ? [subject] : []));
  return {
    of: "component",
    components: subjects.flatMap(({ components }) => components),
    cves: subjects.flatMap(({ cves }) => cves),
    known: subjects.reduce((sum, { known }) => sum + known, 0),
    updates: subjects.flatMap(({ updates }) => updates),
  };
}
