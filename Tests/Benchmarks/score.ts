type Metrics = Readonly<Record<"fcp" | "lcp" | "tti" | "tbt" | "cls", number>>;

/**
 * Where each metric's score is 0.9 and 0.5, and what it weighs in a hundred. Weights and the values for 0.9 are the portal's
 * (facts: portal-sdk.md §5); those for 0.5 are Lighthouse's for desktops.
 */
const scales: Readonly<
  Record<keyof Metrics, { readonly good: number; readonly half: number; readonly weight: number }>
> = {
  fcp: { good: 934, half: 1_600, weight: 11 },
  lcp: { good: 1_200, half: 2_400, weight: 28 },
  tti: { good: 2_468, half: 4_500, weight: 11 },
  tbt: { good: 150, half: 350, weight: 33 },
  cls: { good: 0.1, half: 0.25, weight: 17 },
};

/** From 0 to 100, as Lighthouse makes it: each metric by a log-normal distribution. */
export function scoreOf(metrics: Metrics): number {
  const names = Object.keys(scales) as (keyof Metrics)[]; // Its keys are the metrics.
  return names.reduce((sum, name) => sum + scales[name].weight * partOf(metrics[name], scales[name]), 0);
}

/** Whose `erfc` is a fifth: the good value is better than nine tenths of all pages. */
const tenth = 0.9061938024368232;

function partOf(value: number, { good, half }: { readonly good: number; readonly half: number }): number {
  return value <= 0 ? 1 : (1 - erf((Math.log(value / half) / -Math.log(good / half)) * tenth)) / 2;
}

/** The error function, to seven digits (Abramowitz and Stegun 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const sum = series.reduceRight((rest, factor) => (rest + factor) * t, 0);
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}
