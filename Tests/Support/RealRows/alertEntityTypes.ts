import {
  clusterEntities,
  clusterGroup,
  clusterId,
  clusterName,
  namespaceEntity,
  restAlert,
  type AlertFixture,
} from "./alertFixture";

const entitiesOfCluster = [`azureResource ${clusterName}`, `cluster ${clusterName}`];

/** real-data.md §3, entity type `account`: a person, known by the parts of the user principal name; no Kubernetes object is named. */
const callingAccount: AlertFixture = {
  shape: "an account by its parts",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S_HighPrivilegesRole",
    alertDisplayName: "New high privileges role detected",
    compromisedEntity: clusterName,
    entities: [
      ...clusterEntities,
      {
        $id: "northeurope_5",
        name: "grace",
        upnSuffix: "fabrikam.example",
        aadUserId: "0b1c2d3e-4f50-4162-8374-95a6b7c8d9e0",
        asset: true,
        type: "account",
      },
      { $id: "northeurope_6", address: "203.0.113.81", asset: false, type: "ip" },
    ],
    extendedProperties: { "object kind": "ClusterRole", "object name": "all-verbs" },
  }),
  says: {
    affected: clusterName,
    subject: { user: "grace@fabrikam.example", sourceIp: "203.0.113.81" },
    entities: ["account grace", ...entitiesOfCluster, "ip 203.0.113.81"],
    commands: [],
    queries: {
      auditLog: ["Username =~ 'grace@fabrikam.example'", "203.0.113.81"],
      auditAdminLog: ["Username =~ 'grace@fabrikam.example'"],
    },
    search: undefined,
  },
};

/** real-data.md §3, entity types `filehash`, `file` and `malware`: they refer to each other, and the hash is called by its value. */
const hashOfFile: AlertFixture = {
  shape: "a file by its hash",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S.NODE_DriftDetection",
    alertDisplayName: "A drift binary detected executing in the container",
    compromisedEntity: "mill-0",
    entities: [
      ...clusterEntities,
      namespaceEntity("northeurope_5", "grain"),
      {
        $id: "northeurope_6",
        name: "mill-0",
        namespace: { $ref: "northeurope_5" },
        asset: true,
        type: "K8s-pod",
      },
      { $id: "northeurope_7", algorithm: "SHA256", value: "5e".repeat(32), asset: false, type: "filehash" },
      {
        $id: "northeurope_8",
        name: "xmrig",
        directory: "/var/tmp",
        fileHashes: [{ $ref: "northeurope_7" }],
        asset: false,
        type: "file",
      },
      {
        $id: "northeurope_9",
        name: "Kinsing",
        category: "Trojan",
        files: [{ $ref: "northeurope_8" }],
        asset: false,
        type: "malware",
      },
    ],
    extendedProperties: { userName: "root" },
  }),
  says: {
    affected: "mill-0",
    subject: { namespace: "grain", pod: "mill-0", workload: { kind: "StatefulSet", name: "mill" } },
    entities: [
      ...entitiesOfCluster,
      "namespace grain",
      "pod mill-0",
      "file xmrig",
      `fileHash ${"5e".repeat(32)}`,
      "malware Kinsing",
    ],
    commands: ["describePod", "podLogs", "previousPodLogs", "podEvents", "isolatePod"],
    queries: { containerLog: ["PodName == 'mill-0'"], podEventLog: ["Name == 'mill-0'"] },
    search: "mill",
  },
};

/** real-data.md §3 [3P], entity type `K8s-service`: what exposes a workload makes no pods, so no workload is known. */
const exposedService: AlertFixture = {
  shape: "a service that exposes something",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S_ExposedRedis",
    alertDisplayName: "Exposed Redis service in AKS detected",
    compromisedEntity: clusterName,
    entities: [
      ...clusterEntities,
      namespaceEntity("northeurope_5", "cache"),
      {
        $id: "northeurope_6",
        name: "redis-public",
        namespace: { $ref: "northeurope_5" },
        serviceType: "LoadBalancer",
        asset: true,
        type: "K8s-service",
      },
    ],
    extendedProperties: { "object kind": "Service", "object name": "redis-public", namespace: "cache" },
  }),
  says: {
    affected: clusterName,
    subject: { namespace: "cache" },
    entities: [...entitiesOfCluster, "namespace cache", "service redis-public"],
    commands: [],
    queries: { auditLog: ["ObjectNamespace == 'cache'"], auditAdminLog: ["ObjectNamespace == 'cache'"] },
    search: undefined,
  },
};

export const entityTypeAlerts: readonly AlertFixture[] = [callingAccount, hashOfFile, exposedService];
