import type { AlertSubject } from "../Alerts/alertSubject";
import { madeByPattern } from "./controllerPods";
import { kqlLiteral } from "../Core/kqlLiteral";

/** Every value of an audit event that is used here, as an expression. */
interface AuditColumns {
  readonly object: string;
  readonly user: string;
  readonly addresses: string;
  readonly verb: string;
  readonly uri: string;
  readonly agent: string;
  readonly status: string;
}

/**
 * Columns: learn.microsoft.com/azure/azure-monitor/reference/tables/aksaudit and …/aksauditadmin; names inside the dynamic
 * ones: learn.microsoft.com/azure/azure-monitor/reference/queries/aksauditadmin and the Event type of Kubernetes `audit.k8s.io/v1`.
 */
const resourceSpecific: AuditColumns = {
  object: "ObjectRef",
  user: "User",
  addresses: "SourceIps",
  verb: "Verb",
  uri: "RequestUri",
  agent: "UserAgent",
  status: "ResponseStatus",
};

/**
 * `log_s` of AzureDiagnostics is the event as Kubernetes writes it:
 * learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/troubleshoot-apiserver-etcd.
 */
const azureDiagnostics: AuditColumns = {
  object: "AuditEvent.objectRef",
  user: "AuditEvent.user",
  addresses: "AuditEvent.sourceIPs",
  verb: "AuditEvent.verb",
  uri: "AuditEvent.requestURI",
  agent: "AuditEvent.userAgent",
  status: "AuditEvent.responseStatus",
};

type AuditTable = "AKSAudit" | "AKSAuditAdmin" | "AzureDiagnostics";

/** A table of the cluster's audit log and what is done to its rows. */
export function auditLogKql(
  subject: AlertSubject,
  table: AuditTable,
): readonly [table: string, ...operators: readonly string[]] {
  return table === "AzureDiagnostics"
    ? [
        table,
        "where Category in ('kube-audit', 'kube-audit-admin')",
        "extend AuditEvent = parse_json(log_s)",
        ...operators(subject, azureDiagnostics),
      ]
    : [table, ...operators(subject, resourceSpecific)];
}

function operators(subject: AlertSubject, columns: AuditColumns): readonly string[] {
  const { object, user, addresses, verb, uri, agent, status } = columns;
  const filter = [...aboutObject(subject), ...byCaller(subject)].join(" or ");
  const shown = [
    "TimeGenerated",
    "Username",
    "Addresses",
    `Verb = tostring(${verb})`,
    `Resource = tostring(${object}.resource)`,
    "ObjectNamespace",
    "ObjectName",
    `Code = toint(${status}.code)`,
    `RequestUri = tostring(${uri})`,
    `UserAgent = tostring(${agent})`,
  ];
  return [
    `extend ObjectNamespace = tostring(${object}.namespace), ObjectName = tostring(${object}.name)`,
    `extend Username = tostring(${user}.username), Addresses = todynamic(${addresses})`,
    ...(filter === "" ? [] : [`where ${filter}`]),
    `project ${shown.join(", ")}`,
  ];
}

/** Actions on the pod or its controller, by any caller. */
function aboutObject({ namespace, pod, workload }: AlertSubject): readonly string[] {
  const conditions = [
    ...(namespace === undefined ? [] : [`ObjectNamespace == ${kqlLiteral(namespace)}`]),
    ...nameCondition(pod, workload),
  ];
  return conditions.length === 0 ? [] : [`(${conditions.join(" and ")})`];
}

/** The pod and its controller; without a pod, the controller and all that it made. */
function nameCondition(pod: AlertSubject["pod"], workload: AlertSubject["workload"]): readonly string[] {
  if (pod === undefined) {
    return workload === undefined ? [] : [`ObjectName matches regex ${kqlLiteral(madeByPattern(workload))}`];
  }
  const names = [pod, workload?.name].filter((name) => name !== undefined).map(kqlLiteral);
  return [`ObjectName in (${names.join(", ")})`];
}

/** Actions of the caller, on any object. */
function byCaller({ user, sourceIp }: AlertSubject): readonly string[] {
  return [
    ...(user === undefined ? [] : [`Username =~ ${kqlLiteral(user)}`]),
    ...(sourceIp === undefined ? [] : [`set_has_element(Addresses, ${kqlLiteral(sourceIp)})`]),
  ];
}
