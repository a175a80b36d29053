import { countOf, recordOf, textOf } from "../Core/json";
import type { Level } from "../Core/level";

/** Kinds of findings, in the order in which they are named. */
const worstKinds = ["alerts", "vulnerabilities", "misconfigurations"] as const;

export type WorstKind = (typeof worstKinds)[number];

/**
 * The worst of what is open in a cluster: its level and which kinds have it; or that assessments are there and nothing is open; or that
 * nothing is known.
 */
export type ClusterWorst =
  | { readonly state: "found"; readonly level: Level; readonly kinds: readonly WorstKind[] }
  | { readonly state: "nothingOpen" }
  | { readonly state: "unknown" };

/** All words that rank findings, worst first: the ranks of the query. */
const levels: readonly Level[] = ["Critical", "High", "Medium", "Low", "Informational"];

/** The level of a rank of `worstPerClusterQuery`; `undefined`: none is given. */
function levelOfRank(rank: number): Level | undefined {
  return levels[rank];
}

/** Column of the query by kind. */
const rankColumns = {
  alerts: "alertRank",
  vulnerabilities: "vulnerabilityRank",
  misconfigurations: "configurationRank",
} as const satisfies Readonly<Record<WorstKind, string>>;

/** Reads a row of `worstPerClusterQuery`; `undefined` without a cluster's id, which comes in lower case. */
export function clusterWorstFromRow(
  row: unknown,
): { readonly id: string; readonly worst: ClusterWorst } | undefined {
  const values = recordOf(row);
  const id = textOf(values.id);
  return id === undefined ? undefined : { id: id.toLowerCase(), worst: worstIn(values) };
}

function worstIn(values: Readonly<Record<string, unknown>>): ClusterWorst {
  const ranks = worstKinds.map((kind) => ({ kind, rank: rankIn(values[rankColumns[kind]]) }));
  const least = Math.min(...ranks.map(({ rank }) => rank));
  const level = levelOfRank(least);
  if (level !== undefined) {
    return {
      state: "found",
      level,
      kinds: ranks.filter(({ rank }) => rank === least).map(({ kind }) => kind),
    };
  }
  // Something is open whose level isn't given: that isn't nothing.
  const isClean = values.open === 0 && countOf(values.assessed) > 0;
  return { state: isClean ? "nothingOpen" : "unknown" };
}

function rankIn(value: unknown): number {
  return typeof value === "number" ? value : Infinity;
}
