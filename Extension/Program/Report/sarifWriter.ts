import type { ReportingDescriptor, Result, Run } from "sarif";
import type { Level } from "../../../Client/Core/level";
import { jsonElements, valuesOf, type ProgramReport } from "../../../Views/Kit/Report/jsonWriter";
import type { ReportKind, ReportRow } from "../../../Views/Kit/Report/report";
import type { ReportOptions } from "../../../Views/Kit/Report/writeReport";

/** SARIF has three grades. */
const grades: Readonly<Record<Level, Result.level>> = {
  Critical: "error",
  High: "error",
  Medium: "warning",
  Low: "note",
  Informational: "note",
};

/**
 * SARIF 2.1.0 (OASIS): one run, a result for each row, and a rule for each detection, recommendation, and CVE. Where a result is, is an
 * ARM ID: a cluster has no files. What is resolved or dismissed is suppressed. All values of a row are among its properties, by the keys
 * of the JSON report. What could not be read is a notification of the tool, and the run then says that it did not succeed.
 */
export function sarifWriter({ clusterId, createdAt }: ProgramReport): ReportOptions["writer"] {
  return () => {
    const rules = new Map<string, ReportingDescriptor>();
    const elements = jsonElements();
    return {
      rows: (kind, rows) =>
        elements(
          rows.map((row) => {
            const rule = ruleOf(kind, row);
            rules.set(rule.id, rule);
            return resultOf(kind, row, rule.id);
          }),
        ),
      head: () =>
        '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[\n',
      // Rules and what is missing are known at the end; properties of JSON have no order.
      tail(missing) {
        const run: Omit<Run, "results"> = {
          tool: { driver: { name: "AKS Security Dashboard", rules: [...rules.values()] } },
          automationDetails: { id: clusterId },
          invocations: [
            {
              executionSuccessful: missing.length === 0,
              startTimeUtc: createdAt.toISOString(),
              toolExecutionNotifications: missing.map((text) => ({ level: "error", message: { text } })),
            },
          ],
        };
        return `\n],${JSON.stringify(run).slice(1)}]}\n`;
      },
    };
  };
}

/** Kinds have rules of their own: two may call them the same. */
function ruleOf(kind: ReportKind, { finding: { rule } }: ReportRow): ReportingDescriptor {
  const title = rule?.title ?? kind.title;
  return {
    id: rule === undefined || rule.id === "" ? kind.id : `${kind.id}/${rule.id}`,
    shortDescription: { text: title },
  };
}

function resultOf(kind: ReportKind, row: ReportRow, ruleId: string): Result {
  const { id, partId, title, level, isOpen, rule } = row.finding;
  return {
    ruleId,
    kind: "fail",
    // Without one it is a warning: what isn't rated is not harmless.
    ...(level === undefined ? {} : { level: grades[level] }),
    message: { text: partId === undefined ? title : `${rule?.title ?? partId}: ${title}` },
    locations: [{ logicalLocations: [{ fullyQualifiedName: id, kind: "resource" }] }],
    ...(isOpen ? {} : { suppressions: [{ kind: "external", status: "accepted" }] }),
    // The same finding has the same one in the next report.
    partialFingerprints: { "finding/v1": partId === undefined ? id : `${id}|${partId}` },
    properties: { kind: kind.id, level, ...valuesOf(kind, row) },
  };
}
