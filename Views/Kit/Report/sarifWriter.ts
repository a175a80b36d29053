import type { ReportingDescriptor, Result, Run } from "sarif";
import type { Level } from "../../../Client/Core/level";
import { readableLine, wellFormed } from "../../../Client/Core/visibleText";
import { jsonElements, valuesOf, type ProgramReport } from "./jsonWriter";
import type { ReportKind, ReportRow } from "./report";
import { Report as Text } from "./Report.resjson";
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
 * GitHub takes the words of severity for the grades' names unless the rule has a number as CVSS has it: above 9.0 is critical, from 7.0
 * high, from 4.0 medium. So each level is a number within its word.
 */
const severities: Readonly<Record<Level, number>> = {
  Critical: 9.5,
  High: 8,
  Medium: 5.5,
  Low: 2,
  Informational: 1,
};

/**
 * SARIF 2.1.0 (OASIS): one run, a result for each row, and a rule for each detection, recommendation, and CVE. A finding is where
 * its ARM ID is. What is resolved or dismissed is suppressed. All values of a row are among its properties, by the keys
 * of the JSON report. What could not be read is a notification of the tool, and the run then says that it did not succeed.
 */
export function sarifWriter(report: ProgramReport): ReportOptions["writer"] {
  const { createdAt, scope, narrowing } = report;
  return () => {
    const rules = new Map<string, Rule>();
    const elements = jsonElements();
    return {
      rows: (kind, rows) =>
        elements(
          rows.map((row) => {
            const rule = ruleOf(kind, row);
            const known = rules.get(rule.id)?.severity ?? 0;
            rules.set(rule.id, { ...rule, severity: Math.max(known, rule.severity) });
            return resultOf(kind, row, rule.id);
          }),
        ),
      head: () =>
        '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[\n',
      // Rules and what is missing are known at the end; properties of JSON have no order.
      tail(missing) {
        const run: Omit<Run, "results"> = {
          tool: { driver: { name: "AKS Security Dashboard", rules: [...rules.values()].map(descriptorOf) } },
          automationDetails: { id: categoryOf(report, missing.length === 0) },
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
 * Reports of one category follow each other: what the next one lacks is taken for fixed. So only those that have all findings of a cluster
 * do, and any other is on its own: it lacks what was not picked, or what could not be read. SARIF 2.1.0, 3.17.3: what stands before the
 * last slash is the category, what follows names the run.
 */
function categoryOf({ clusterId, createdAt, part }: ProgramReport, isWhole: boolean): string {
  return part === undefined && isWhole
    ? `${clusterId}/`
    : `${clusterId}/${part ?? "incomplete"}/${createdAt.toISOString()}/`;
}

interface Rule {
  readonly id: string;
  readonly title: string;
  /** The worst of its results; 0: none is rated. */
  readonly severity: number;
}

/** Kinds have rules of their own: two may call them the same. */
function ruleOf(kind: ReportKind, { finding: { rule, level } }: ReportRow): Rule {
  return {
    id: rule === undefined || rule.id === "" ? kind.id : `${kind.id}/${rule.id}`,
    title: readableLine(rule?.title ?? kind.title),
    severity: level === undefined ? 0 : severities[level],
  };
}

/** GitHub wants all three texts. */
function descriptorOf({ id, title, severity }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: Text.sarifHelp },
    properties: {
      tags: ["security"],
      ...(severity === 0 ? {} : { "security-severity": severity.toFixed(1) }),
    },
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
    message: { text: messageText(partId === undefined ? title : `${rule?.title ?? partId}: ${title}`) },
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

/** On one line, all of it visible, and without links: plain text of SARIF has them as Markdown (3.11.6). */
function messageText(text: string): string {
  return readableLine(text).replace(/\[(?=[^\]]*\]\()/g, "\\[");
}

/** A cluster has no files, but GitHub refuses a report whose results are in none, and in no line: the ARM ID stands for the path. */
function pathOf(id: string): string {
  return wellFormed(id).split("/").filter(Boolean).map(encodeURIComponent).join("/");
}
