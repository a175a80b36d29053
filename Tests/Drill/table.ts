import type { FaultName } from "../../Extension/ArmEmulator/Server/namedFaults";
import type { Verdict } from "./drill";

/** The verdicts as lines: a row for each source, a column for each fault, then what is wrong, then what the page would say. */
export function tableOf(verdicts: readonly Verdict[], faults: readonly FaultName[]): readonly string[] {
  const sources = [...new Set(verdicts.map(({ source }) => source))];
  const width = Math.max(...sources.map(({ length }) => length));
  const find = (source: string, fault: FaultName) =>
    verdicts.find((verdict) => verdict.source === source && verdict.fault === fault);
  return [
    ...faults.map((fault, index) => `${letterOf(index)}  ${fault}`),
    "",
    `${" ".repeat(width)}  ${faults.map((_, index) => letterOf(index)).join(" ")}`,
    ...sources.map(
      (source) => `${source.padEnd(width)}  ${faults.map((fault) => markOf(find(source, fault))).join(" ")}`,
    ),
    "",
    "! said as a failure, . right all the same, X wrong",
    ...verdicts
      .filter(({ problems }) => problems.length > 0)
      .map(({ source, fault, problems }) => `X ${source}, ${fault}: ${problems.join("; ")}`),
  ];
}

/** What the page would say of each fault, with the sources that say so. */
export function messagesOf(verdicts: readonly Verdict[]): readonly string[] {
  const said = new Map<string, string[]>();
  for (const { source, fault, failure } of verdicts) {
    const text = `${fault}: ${failure ? `[${failure.kind}] ${failure.message}` : "(nothing is wrong)"}`;
    said.set(text, [...(said.get(text) ?? []), source]);
  }
  return [...said].map(([text, sources]) => `${text} (${sources.join(", ")})`);
}

function letterOf(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

function markOf(verdict: Verdict | undefined): string {
  if (!verdict) {
    return " ";
  }
  return verdict.problems.length > 0 ? "X" : verdict.failure ? "!" : ".";
}
