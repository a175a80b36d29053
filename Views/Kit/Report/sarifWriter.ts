import type { ReportingDescriptor, Result, Run } from "sarif";
import type { Level } from "../../../Client/Core/level";
import { jsonElements, valuesOf, type ProgramReport } from "./jsonWriter";
import type { ReportKind, ReportRow } from "./report";
import type { ReportOptions } from "./writeReport";

/** SARIF has three grades. */
const grades: Readonly<Record<Level, Result.level>> = {
  Critical: "error",
  High: "error",
  Medium: "warning",
  Low: "note",
  Informational: "note",
};

/**
 * SARIF 2.1.0 (OASIS): one run, a result for each row, and a rule for each detection, recommendation, and CVE. A finding is where
 * its ARM ID is. What is resolved or dismissed is suppressed. All values of a row are among its properties, by the keys
 * of the JSON report. What could not be read is a notification of the tool, and the run then says that it did not succeed.
 */
export function sarifWriter(report: ProgramReport): ReportOptions["writer"] {
  const { createdAt, scope, narrowing } = report;
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
          automationDetails: { id: categoryOf(report) },
          invocations: [
            {
              executionSuccessful: missing.length === 0,
              startTimeUtc: createdAt.toISOString(),
              toolExecutionNotifications: missing.map((text) => ({ level: "error", message: { text } })),
            },
          ],
          properties: { scope, filters: narrowing },
        };
        return `\n],${JSON.stringify(run).slice(1)}]}\n`;
      },
    };
  };
}

/**
 * Reports of one category follow each other: what the next one lacks is taken for fixed. So each cluster has its own, and a report of a
 * part of the findings another. SARIF 2.1.0, 3.17.3: what stands before the last slash is the category, what follows names the run.
 */
function categoryOf({ clusterId, part }: ProgramReport): string {
  return part === undefined ? `${clusterId}/` : `${clusterId}/${part}/`;
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
  const fingerprint = partId === undefined ? id : `${id}|${partId}`;
  return {
    ruleId,
    kind: "fail",
    // Without one it is a warning: what isn't rated is not harmless.
    ...(level === undefined ? {} : { level: grades[level] }),
    message: { text: partId === undefined ? title : `${rule?.title ?? partId}: ${title}` },
    locations: [
      {
        logicalLocations: [{ fullyQualifiedName: id, kind: "resource" }],
        physicalLocation: { artifactLocation: { uri: pathOf(id) }, region: { startLine: 1 } },
      },
    ],
    ...(isOpen ? {} : { suppressions: [{ kind: "external", status: "accepted" }] }),
    // The same finding has the same one in the next report. GitHub looks at no name but the second.
    partialFingerprints: { "finding/v1": fingerprint, primaryLocationLineHash: fingerprint },
    properties: { kind: kind.id, level, ...valuesOf(kind, row) },
  };
}

/** A cluster has no files, but GitHub refuses a report whose results are in none, and in no line: the ARM ID stands for the path. */
function pathOf(id: string): string {
  return id.split("/").filter(Boolean).map(encodeURIComponent).join("/");
}
