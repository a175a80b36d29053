import type { Coverage } from "./checkTraffic";
import { problemsOf, type ConformanceReport } from "./conformance";
import { departures, gaps } from "./knownDifferences";

/** The report as it is printed, line by line. */
export function reportLines(report: ConformanceReport): readonly string[] {
  const { traffic, replay, queries } = report;
  const problems = problemsOf(report);
  const replayed = sum([...replay.replayed.values()]);
  return [
    `${traffic.exchanges} calls and answers. Operations × status codes ("-": published and not seen):`,
    "",
    ...table(traffic.coverage),
    "",
    "Not compared, because nothing at hand describes it:",
    ...gaps.map((gap) => `  ${traffic.gaps.get(gap) ?? 0} × ${nameOf(gap.calls)}: ${gap.reason}`),
    "",
    "Departures that are known:",
    ...departures.map((one) => `  ${traffic.departures.get(one) ?? 0} × ${one.reason}`),
    "",
    `${replayed} published answers through our clients and mappers:`,
    ...[...replay.replayed].map(([folder, count]) => `  ${count} × ${folder}`),
    ...summary(replay.unused.values()).map(([reason, count]) => `  ${count} × not used: ${reason}`),
    "",
    "Queries parsed and bound by Microsoft's Kusto parser:",
    ...Object.entries(queries.tried).map(([source, count]) => `  ${count} × ${source}`),
    "",
    `${report.shapes.tried} shapes of published rows looked for in the world.`,
    "",
    problems.length === 0 ? "Nothing is wrong." : `${problems.length} problems:`,
    ...problems.map((problem) => `  ${problem}`),
  ];
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function nameOf(calls: RegExp): string {
  return calls.source.replace(/\\|[$^]|\?:/g, "");
}

function summary(texts: Iterable<string>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts];
}

function table(coverage: readonly Coverage[]): readonly string[] {
  const statuses = [
    ...new Set(coverage.flatMap(({ seen, declared }) => [...[...seen.keys()].map(String), ...declared])),
  ].sort();
  const rows = [...coverage]
    .sort(
      (left, right) =>
        left.provider.localeCompare(right.provider) || left.operation.localeCompare(right.operation),
    )
    .map((one) => [nameAndVersion(one), ...statuses.map((status) => cell(one, status))]);
  return aligned([["operation", ...statuses], ...rows]);
}

function nameAndVersion({ operation, version, checkedWith }: Coverage): string {
  return `${operation} ${version}${checkedWith === version ? "" : ` (compared with ${checkedWith})`}`;
}

function cell({ seen, declared }: Coverage, status: string): string {
  const times = seen.get(Number(status));
  return times === undefined ? (declared.includes(status) ? "-" : "") : String(times);
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
