/** What is measured after each round, when the page is at rest and garbage is collected. */
export const figures = {
  browserHeap: { name: "heap of the page", unit: "MB", mostPerRound: 0.06 },
  nodes: { name: "DOM nodes", unit: "", mostPerRound: 8 },
  listeners: { name: "event listeners", unit: "", mostPerRound: 3 },
  documents: { name: "documents", unit: "", mostPerRound: 0.2 },
  browserRequests: { name: "open requests of the page", unit: "", mostPerRound: 0.1 },
  serverHeap: { name: "heap of the server", unit: "MB", mostPerRound: 0.06 },
  serverRequests: { name: "open requests at the server", unit: "", mostPerRound: 0.1 },
  serverHandles: { name: "sockets and timers of the server", unit: "", mostPerRound: 0.3 },
} as const satisfies Readonly<Record<string, Figure>>;

interface Figure {
  readonly name: string;
  readonly unit: string;
  /** A steeper slope counts as growth. What noise there is in a quarter of an hour stays below half of it. */
  readonly mostPerRound: number;
}

export type FigureName = keyof typeof figures;
export type Sample = Readonly<Record<FigureName, number>>;

export const figureNames = Object.keys(figures) as readonly FigureName[];

export interface FigureVerdict {
  readonly figure: FigureName;
  readonly isGrowing: boolean;
  /** For a person: from where to where, by how much a round, and what that means. */
  readonly words: string;
}

/** Fewer tell nothing. */
const fewestSamples = 6;

/**
 * Whether each figure grows, by the median of all slopes between two samples, which single outliers don't move. The first quarter of
 * the samples, while code and caches are warming up, doesn't count. `undefined`: too few samples to say so.
 */
export function verdictsOf(samples: readonly Sample[]): readonly FigureVerdict[] | undefined {
  const warm = samples.slice(Math.floor(samples.length / 4));
  const [first] = warm;
  const last = warm.at(-1);
  if (!first || !last || warm.length < fewestSamples) {
    return undefined;
  }
  return figureNames.map((figure) => {
    const { name, mostPerRound } = figures[figure];
    const slope = slopeOf(warm.map((sample) => sample[figure]));
    // Written so that what couldn't be measured counts as growth.
    const isGrowing = !(slope <= mostPerRound);
    const end = isGrowing
      ? `grows: at most ${mostPerRound} per round is expected`
      : slope < -mostPerRound
        ? "shrinks"
        : "steady";
    const way = `${shown(figure, first[figure])} to ${shown(figure, last[figure])}`;
    return {
      figure,
      isGrowing,
      words: `${name}: ${way}, ${slope < 0 ? "" : "+"}${slope.toFixed(3)} per round, ${end}`,
    };
  });
}

/** A figure as the table has it. */
export function shown(figure: FigureName, value: number): string {
  const { unit } = figures[figure];
  return unit === "" ? String(value) : `${value.toFixed(1)} ${unit}`;
}

/** Median of the slopes between all pairs (Theil and Sen). */
function slopeOf(values: readonly number[]): number {
  const slopes = values
    .flatMap((left, from) => values.slice(from + 1).map((right, distance) => (right - left) / (distance + 1)))
    .sort((left, right) => left - right);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}
