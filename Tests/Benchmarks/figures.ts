/** What is measured, with what it was when the goals were set, on two idle cores, and the goal. */
export interface Figure {
  readonly name: string;
  readonly unit: "ms" | "kB" | "MB" | "frames" | "calls" | "points" | "";
  /** `undefined`: wasn't measured then. */
  readonly before: number | undefined;
  /** `undefined`: none was set. */
  readonly goal: number | undefined;
  /** Whether more is better. Absent: less is. */
  readonly isMoreBetter?: true;
}

const figure = (name: string, unit: Figure["unit"], before?: number, goal?: number): Figure => ({
  name,
  unit,
  before,
  goal,
});

/** By part of the benchmark, in the order of the table. A part's key is what `--only` names. */
export const figures = {
  weights: {
    entry: figure("portal entry, gzip: view, data fetcher, texts", "kB", 253.6, 90),
    settings: figure("settings entry, gzip", "kB", 84.6, 45),
  },
  start: {
    help: figure("--help", "ms", undefined, 500),
    url: figure("start to address", "ms", undefined, 3_000),
    first: figure("local portal, page to rows, first time", "ms", 5_200, 1_200),
    second: figure("local portal, page to rows, second time", "ms", 2_100, 1_200),
  },
  opening: {
    fcp: figure("first contentful paint", "ms"),
    lcp: figure("largest contentful paint", "ms"),
    tti: figure("time to interactive", "ms"),
    tbt: figure("total blocking time", "ms"),
    cls: figure("layout shift", "", undefined, 0.02),
    score: { ...figure("score with the portal's weights", "points", undefined, 95), isMoreBetter: true },
  },
  list: {
    firstRows: figure("50,000 findings: first rows", "ms", 14_000),
    allRows: figure("50,000 findings: all rows", "ms", 27_800),
    calls: figure("50,000 findings: calls", "calls", 50),
    heap: figure("50,000 rows: heap", "MB", 120, 80),
    key: figure("50,000 rows, search: key to paint, median", "ms", 352),
    slowKey: figure("50,000 rows, search: key to paint, p95", "ms", 475, 50),
    keyWork: figure("50,000 rows, search: work of the main thread for a key", "ms"),
    found: figure("50,000 rows, search: last key to rows", "ms"),
    sort: figure("50,000 rows, sort: click to sorted rows, slowest column", "ms", 214, 100),
    sortWork: figure("50,000 rows, sort: work of the main thread for a click", "ms"),
    sortFrame: figure("50,000 rows, sort: longest frame", "ms", undefined, 50),
    scrollWork: figure("50,000 rows, scrolling: work of the main thread for a turn", "ms"),
    scroll: figure("50,000 rows, scrolling: frames over 50 ms", "frames", 2, 0),
    scrollFrame: figure("50,000 rows, scrolling: longest frame", "ms", 85, 50),
    blank: figure("50,000 rows, scrolling: blank frames", "frames", undefined, 0),
  },
  queries: {
    alerts: figure("emulator, 190,000 rows: list of alerts", "ms", undefined, 300),
    details: figure("emulator, 190,000 rows: details of an alert", "ms", undefined, 300),
  },
  fixPlan: {
    make: figure("fix plan, 50,000 findings: all of its work", "ms"),
    slice: figure("fix plan, 50,000 findings: longest part that nothing comes between", "ms", undefined, 10),
    project: figure("fix plan, 50,000 findings: ticking one of ten actions", "ms"),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Figure>>>>;

export type Part = keyof typeof figures;

export const parts = Object.keys(figures) as readonly Part[]; // Its keys are the parts.

/** One round of a part: each of its figures. */
export type Round<P extends Part> = Readonly<Record<keyof (typeof figures)[P], number>>;
