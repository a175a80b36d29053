/** Severities of alerts, worst first. The order drives sorting, summaries, filters and legends. */
export const alertSeverities = ["High", "Medium", "Low", "Informational"] as const;

export type AlertSeverity = (typeof alertSeverities)[number];

/**
 * Levels of recommendations, worst first: the risk level where Defender CSPM computes one, else the severity, whose words are
 * among them.
 */
export const recommendationLevels = ["Critical", "High", "Medium", "Low"] as const;

export type RecommendationLevel = (typeof recommendationLevels)[number];

/** Any word that ranks findings. */
export type Level = AlertSeverity | RecommendationLevel;

/** How many findings have each level. A level without findings is absent. */
export type LevelCounts = Readonly<Partial<Record<Level, number>>>;

/** The level that a service's text names, in any letter case; `undefined` when it names none of `levels`. */
export function levelNamed<L extends Level>(levels: readonly L[], text: unknown): L | undefined {
  if (typeof text !== "string") {
    return undefined;
  }
  const wanted = text.toLowerCase();
  return levels.find((level) => level.toLowerCase() === wanted);
}

/** Counts items per level. */
export function countLevels<T>(items: readonly T[], levelOf: (item: T) => Level): LevelCounts {
  const counts: Partial<Record<Level, number>> = {};
  for (const item of items) {
    const level = levelOf(item);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts;
}

/** The worst level that has findings; `undefined` when none has. */
export function worstLevel<L extends Level>(levels: readonly L[], counts: LevelCounts): L | undefined {
  return levels.find((level) => (counts[level] ?? 0) > 0);
}
