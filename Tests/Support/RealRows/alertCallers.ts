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
const ofController = ["describeController", "controllerPods", "controllerLogs", "controllerEvents"] as const;

/** real-data.md §3: the service account of the caller lives elsewhere; the namespace of what was attacked wins. */
const callerElsewhere: AlertFixture = {
  shape: "a service account of another namespace calls",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S_ServiceAccountRareOperation",
    alertDisplayName: "Abnormal Kubernetes service account operation detected",
    compromisedEntity: clusterName,
    entities: [
      ...clusterEntities,
      namespaceEntity("e6", "pipelines"),
      {
        $id: "e7",
        name: "system:serviceaccount:pipelines:releaser",
        namespace: { $ref: "e6" },
        asset: false,
        type: "K8s-serviceaccount",
      },
      { $id: "e8", address: "203.0.113.77", asset: false, type: "ip" },
    ],
    extendedProperties: {
      userName: "system:serviceaccount:pipelines:releaser",
      requestURI: "/apis/apps/v1/namespaces/vault/deployments",
      "object kind": "Deployment",
      "object name": "keeper",
      namespace: "vault",
      killChainIntent: "LateralMovement",
    },
  }),
  says: {
    affected: clusterName,
    subject: {
      namespace: "vault",
      user: "system:serviceaccount:pipelines:releaser",
      sourceIp: "203.0.113.77",
      workload: { kind: "Deployment", name: "keeper" },
    },
    entities: [
      ...entitiesOfCluster,
      "namespace pipelines",
      "serviceAccount pipelines/releaser",
      "ip 203.0.113.77",
    ],
    commands: ofController,
    queries: {
      auditLog: ["ObjectNamespace == 'vault'", "Username =~ 'system:serviceaccount:pipelines:releaser'"],
      auditAdminLog: ["ObjectNamespace == 'vault'"],
    },
    search: "keeper",
  },
};

/** The same without a fact that says where: what was attacked refers to its own namespace, and comes after the caller's. */
const attackedBySecondNamespace: AlertFixture = {
  shape: "two namespaces, the caller's first",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S_PrivilegedContainer",
    alertDisplayName: "Privileged container detected",
    compromisedEntity: clusterName,
    entities: [
      ...clusterEntities,
      namespaceEntity("e6", "pipelines"),
      {
        $id: "e7",
        name: "releaser",
        namespace: { $ref: "e6" },
        asset: false,
        type: "K8s-serviceaccount",
      },
      namespaceEntity("e8", "vault"),
      { $id: "e9", name: "sealer", namespace: { $ref: "e8" }, asset: true, type: "K8s-statefulset" },
    ],
    extendedProperties: {},
  }),
  says: {
    affected: clusterName,
    subject: { namespace: "vault", workload: { kind: "StatefulSet", name: "sealer" } },
    entities: [
      ...entitiesOfCluster,
      "namespace pipelines",
      "namespace vault",
      "serviceAccount pipelines/releaser",
      "workload sealer",
    ],
    commands: ofController,
    queries: { auditLog: ["ObjectNamespace == 'vault'"], auditAdminLog: ["ObjectNamespace == 'vault'"] },
    search: "sealer",
  },
};

/** The same where only the caller's namespace is named: where the attack went is not known. */
const onlyCaller: AlertFixture = {
  shape: "only the namespace of the caller is named",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S_ClusterAdminBinding",
    alertDisplayName: "Role binding to the cluster-admin role detected",
    compromisedEntity: clusterName,
    entities: [
      ...clusterEntities,
      namespaceEntity("e6", "pipelines"),
      {
        $id: "e7",
        name: "system:serviceaccount:pipelines:releaser",
        asset: false,
        type: "K8s-serviceaccount",
      },
    ],
    extendedProperties: { "object kind": "ClusterRoleBinding", "object name": "all-mighty" },
  }),
  says: {
    affected: clusterName,
    subject: { user: "system:serviceaccount:pipelines:releaser" },
    entities: [...entitiesOfCluster, "namespace pipelines", "serviceAccount pipelines/releaser"],
    commands: [],
    queries: {
      auditLog: ["| where Username =~ 'system:serviceaccount:pipelines:releaser'\n"],
      auditAdminLog: ["| where Username =~ 'system:serviceaccount:pipelines:releaser'\n"],
    },
    search: undefined,
  },
};

export const callerAlerts: readonly AlertFixture[] = [callerElsewhere, attackedBySecondNamespace, onlyCaller];
