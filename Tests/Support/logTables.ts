import type { KqlColumn, KqlDatabase, KqlType } from "../../Extension/ArmEmulator/Kql/table";

const columns = (type: KqlType, names: string): readonly KqlColumn[] =>
  names.split(" ").map((name) => ({ name, type }));

/** Columns that every table has. */
const common = [
  ...columns("string", "_ResourceId _SubscriptionId SourceSystem TenantId Type"),
  ...columns("datetime", "TimeGenerated"),
];

/** learn.microsoft.com/azure/azure-monitor/reference/tables/aksaudit; AKSAuditAdmin has the same columns. */
const audit = [
  ...common,
  ...columns("dynamic", "Annotations ObjectRef RequestObject ResponseObject ResponseStatus SourceIps User"),
  ...columns("string", "AuditId Level PodName RequestUri Stage UserAgent Verb"),
  ...columns("datetime", "RequestReceivedTime StageReceivedTime"),
];

/** The documented columns of the tables of Log Analytics that are queried, each from its page in the reference. */
export const logTables: KqlDatabase = [
  { name: "AKSAudit", columns: audit, rows: [] },
  { name: "AKSAuditAdmin", columns: audit, rows: [] },
  {
    // …/tables/azurediagnostics; `log_s`, `pod_s` and `stream_s` are made by the first audit event of a cluster.
    name: "AzureDiagnostics",
    columns: [
      ...common,
      ...columns("string", "Category OperationName Resource ResourceGroup ResourceProvider ResourceType"),
      ...columns("string", "log_s pod_s stream_s"),
      ...columns("dynamic", "AdditionalFields"),
    ],
    rows: [],
  },
  {
    name: "ContainerLogV2",
    columns: [
      ...common,
      ...columns("string", "Computer ContainerId ContainerName LogLevel LogSource PodName PodNamespace"),
      ...columns("dynamic", "KubernetesMetadata LogMessage"),
    ],
    rows: [],
  },
  {
    name: "KubeEvents",
    columns: [
      ...common,
      ...columns("string", "ClusterId ClusterName Computer KubeEventType Message Name Namespace ObjectKind"),
      ...columns("string", "Reason SourceComponent"),
      ...columns("real", "Count"),
      ...columns("datetime", "FirstSeen LastSeen"),
    ],
    rows: [],
  },
  {
    name: "KubePodInventory",
    columns: [
      ...common,
      ...columns("string", "ClusterId ClusterName Computer ContainerID ContainerLastStatus ContainerName"),
      ...columns(
        "string",
        "ContainerStatus ContainerStatusReason ControllerKind ControllerName InstanceName",
      ),
      ...columns("string", "Name Namespace PodIp PodLabel PodStatus PodUid ServiceName"),
      ...columns("int", "ContainerRestartCount PodRestartCount"),
      ...columns(
        "datetime",
        "ContainerCreationTimeStamp ContainerStartTime PodCreationTimeStamp PodStartTime",
      ),
    ],
    rows: [],
  },
];
