import { daysBetween } from "../Core/day";
import type { RecommendationLevel } from "../Core/level";
import { isResolved, ownershipOf, type Ownership } from "../Core/ownership";

/**
 * What a finding stands for: one assessment, every vulnerability of a resource, or everything that fails one recommendation
 * (or one category of them), by its own status or, where an `initiative` is named, by the status that this has of it.
 */
export type FindingKey =
  | { readonly kind: "assessment"; readonly id: string }
  | { readonly kind: "resource"; readonly id: string }
  | { readonly kind: "recommendation"; readonly id: string; readonly initiative?: string | undefined };

/** Who owns an assessment, and until when. */
export interface CurrentAssignment {
  readonly owner: string;
  /** A day in UTC. */
  readonly due: Date | undefined;
}

/** A failing assessment, with what assigning an owner needs. */
export interface UnderlyingAssessment {
  /** ARM id. */
  readonly id: string;
  readonly title: string;
  readonly level: RecommendationLevel;
  /** ARM id of the resource it is about, in lower case. */
  readonly resourceId: string;
  /** Key of its recommendation or, of an individual one, its category; in lower case. */
  readonly recommendation: string;
  readonly isVulnerability: boolean;
  /** `undefined`: it has no owner. */
  readonly current: CurrentAssignment | undefined;
  /** Where it fails; absent: by its own status, and in no initiative that has another one of it. */
  readonly fails?: Fails;
}

/** How an assessment stands in a standard goes before how it stands by itself: it may fail in one and not in the other. */
interface Fails {
  readonly byItself: boolean;
  /** Initiatives by whose status it fails, by name as the queries compare it. */
  readonly initiatives: readonly string[];
}

/** Tells whether a finding stands for any of the assessments. */
export function standingFor(assessments: readonly UnderlyingAssessment[]): (key: FindingKey) => boolean {
  const keys = new Set(assessments.flatMap(keysOf));
  return (key) => keys.has(keyText(key));
}

/** A change of an assessment's owner: assigned, reassigned, or removed (then `now` is `undefined`). */
export interface OwnershipChange {
  /** As it was before. */
  readonly assessment: UnderlyingAssessment;
  readonly now: CurrentAssignment | undefined;
}

type OwnershipChanges = ReadonlyMap<string, readonly OwnershipChange[]>;

/** Changes by the findings that they are about. */
export function changesByFinding(changes: readonly OwnershipChange[]): OwnershipChanges {
  const byFinding = new Map<string, OwnershipChange[]>();
  for (const change of changes) {
    for (const key of keysOf(change.assessment)) {
      const list = byFinding.get(key) ?? [];
      byFinding.set(key, list);
      list.push(change);
    }
  }
  return byFinding;
}

/**
 * Who owns a finding after changes that Resource Graph does not show yet. Exact when the changes are about everything behind it.
 * Of a finding that stands for more, the others are known only as a sum: then it may keep an owner too many and the earlier
 * due date, until Resource Graph has caught up.
 */
export function ownershipAfter(
  read: Ownership,
  key: FindingKey,
  changes: OwnershipChanges,
  today: Date,
): Ownership {
  const own = changes.get(keyText(key));
  if (!own || isResolved(read.status)) {
    return read;
  }
  const { failing } = read;
  const current = own.flatMap(({ now }) => (now ? [now] : []));
  const isWhole = own.length >= failing;
  const before = own.filter(({ assessment }) => assessment.current).length;
  const assigned = isWhole
    ? current.length
    : Math.min(failing, Math.max(0, read.assigned - before + current.length));
  const owners = isWhole || assigned === 0 ? current.map(({ owner }) => owner) : ownersOf(read, current);
  const dues = current.map(({ due }) => due);
  return ownershipOf(
    {
      failing,
      assigned,
      owners: [...new Set(owners)],
      due: earliest(isWhole || assigned === 0 ? dues : [read.due, ...dues]),
    },
    today,
  );
}

function ownersOf(read: Ownership, current: readonly CurrentAssignment[]): readonly string[] {
  return [...read.owners, ...current.map(({ owner }) => owner)];
}

function earliest(days: readonly (Date | undefined)[]): Date | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.reduce<Date | undefined>(
    (first, day) => (first && daysBetween(first, day) >= 0 ? first : day),
    undefined,
  );
}

const byItself: Fails = { byItself: true, initiatives: [] };

function keysOf(assessment: UnderlyingAssessment): readonly string[] {
  const { id, resourceId, recommendation, isVulnerability, fails = byItself } = assessment;
  const own: readonly FindingKey[] = [
    { kind: "assessment", id },
    { kind: "recommendation", id: recommendation },
    ...(isVulnerability ? [{ kind: "resource", id: resourceId } as const] : []),
  ];
  const inInitiatives = fails.initiatives.map((initiative): FindingKey => ({
    kind: "recommendation",
    id: recommendation,
    initiative,
  }));
  return [...(fails.byItself ? own : []), ...inInitiatives].map(keyText);
}

function keyText(key: FindingKey): string {
  const initiative = key.kind === "recommendation" ? (key.initiative ?? "") : "";
  return JSON.stringify([key.kind, key.id.toLowerCase(), initiative]);
}
