import type { AlertDetails } from "../Alerts/alert";
import { spanOfAlert, type TimeSpan } from "./alertSpan";
import { alertOriginOf, alertSubjectOf, isAboutNode, type AlertSubject } from "../Alerts/alertSubject";
import { auditLogKql } from "./auditLogKql";
import { containerLogKql, nodeEventKql, nodePodKql, podEventKql } from "./containerLogKql";
import { kqlLiteral } from "../Core/kqlLiteral";

/** Where a diagnostic setting writes the audit log: tables of its own, or one table for everything. */
export type LogTables = "resourceSpecific" | "azureDiagnostics";

/** What a query shows; Investigation.resjson.ts has `…Title` and `…Text` of each. */
export type LogQueryId =
  "auditLog" | "auditAdminLog" | "containerLog" | "podEventLog" | "nodeEventLog" | "nodePodLog";

/** A query for Log Analytics with the time that it covers. */
export interface LogQuery extends TimeSpan {
  readonly title: LogQueryId;
  readonly kql: string;
}

interface LogScope {
  readonly tables: LogTables;
  /** ARM id of the cluster. */
  readonly clusterId: string;
  readonly now: Date;
}

/** A table and what is done to its rows. */
type Steps = readonly [table: string, ...operators: readonly string[]];
type TitledSteps = readonly [title: LogQueryId, steps: Steps];

/**
 * The queries that show an alert in the logs of its cluster, best first: filtered to the cluster, to the time of the alert and
 * to the pod, namespace, container, node, user or address that the alert names.
 */
export function logQueryFor(details: AlertDetails, scope: LogScope): readonly LogQuery[] {
  const span = spanOfAlert(details, scope.now);
  return stepsOf(details, scope.tables).map(([title, [table, ...operators]]) => ({
    title,
    ...span,
    kql: [
      table,
      `where TimeGenerated between (${dateLiteral(span.from)} .. ${dateLiteral(span.to)})`,
      `where _ResourceId =~ ${kqlLiteral(scope.clusterId)}`,
      ...operators,
      "order by TimeGenerated asc",
    ].join("\n| "),
  }));
}

function stepsOf(details: AlertDetails, tables: LogTables): readonly TitledSteps[] {
  const subject = alertSubjectOf(details);
  switch (alertOriginOf(details)) {
    case "auditLog":
      return auditLog(subject, tables);
    case "sensor":
      return workloadLog(subject);
    case "diskScan":
      return nodeLog(subject);
    case "other":
      // Such as those of Defender for DNS: the audit log has nothing to say of what a node did.
      return isAboutNode(subject)
        ? [...nodeLog(subject), ["containerLog", containerLogKql(subject)]]
        : [...auditLog(subject, tables), ...workloadLog(subject)];
  }
}

/** The second table lacks what only reads, and may be collected without the first, which has everything. */
function auditLog(subject: AlertSubject, tables: LogTables): readonly TitledSteps[] {
  return tables === "azureDiagnostics"
    ? [["auditLog", auditLogKql(subject, "AzureDiagnostics")]]
    : [
        ["auditLog", auditLogKql(subject, "AKSAudit")],
        ["auditAdminLog", auditLogKql(subject, "AKSAuditAdmin")],
      ];
}

/** Of a pod that is not named, the node may be. */
function workloadLog(subject: AlertSubject): readonly TitledSteps[] {
  return [
    ["containerLog", containerLogKql(subject)],
    isAboutNode(subject) ? ["nodeEventLog", nodeEventKql(subject)] : ["podEventLog", podEventKql(subject)],
  ];
}

function nodeLog(subject: AlertSubject): readonly TitledSteps[] {
  return [
    ["nodeEventLog", nodeEventKql(subject)],
    ["nodePodLog", nodePodKql(subject)],
  ];
}

function dateLiteral(date: Date): string {
  return `datetime(${date.toISOString()})`;
}
