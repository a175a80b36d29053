import {
  clusterEntities,
  clusterGroup,
  clusterId,
  clusterName,
  instanceId,
  nodeGroup,
  restAlert,
  scaleSetId,
  subscriptionId,
  type AlertFixture,
} from "./alertFixture";

const scaleSet = "aks-gpu2-60221023-vmss";

/** real-data.md §3: an alert on a node, called by its bare instance number, kept in the node resource group. */
const onInstance = (instance: number, node: string, alertType: string): AlertFixture => {
  const resourceId = instanceId(scaleSet, instance);
  return {
    shape: `${alertType} on instance ${instance} of a scale set`,
    rest: restAlert(nodeGroup, resourceId, {
      alertType,
      alertDisplayName: "Possible data download through a DNS tunnel",
      compromisedEntity: String(instance),
      extendedProperties: {
        resourceType: "Virtual Machine Scale Set",
        effectiveAzureResourceId: resourceId,
        compromisedEntity: String(instance),
        domainName: "drain.example.org",
      },
      entities: [
        { $id: "northeurope_3", domainName: "drain.example.org", asset: false, type: "dns" },
        { $id: "northeurope_4", hostName: String(instance), azureID: resourceId, asset: true, type: "host" },
        {
          $id: "northeurope_5",
          resourceId,
          resourceType: "Virtual Machine Scale Set",
          resourceName: String(instance),
          metadata: { isGraphCenter: true },
          asset: true,
          type: "azure-resource",
        },
      ],
    }),
    says: {
      affected: node,
      subject: { node, pool: "gpu2" },
      entities: [`azureResource ${node}`, `host ${node}`, "dns drain.example.org"],
      commands: ["describeNode", "nodePods", "cordonNode"],
      queries: {
        nodeEventLog: [`Computer =~ '${node}'`],
        nodePodLog: [`Computer =~ '${node}'`],
        containerLog: [`Computer =~ '${node}'`],
      },
      search: "gpu2",
    },
  };
};

/** real-data.md §3 [D]: agentless malware names the scale set, its pool in the facts, and the cluster among its entities. */
const malwareOnScaleSet: AlertFixture = {
  shape: "agentless malware on a scale set",
  rest: restAlert(nodeGroup, scaleSetId(scaleSet), {
    alertType: "VM_FileFinding",
    alertDisplayName: "Kinsing malware was detected (Agentless)",
    compromisedEntity: scaleSet,
    extendedProperties: { "Node pool": "gpu2", "File path": "/var/tmp/kdevtmpfsi" },
    entities: [
      ...clusterEntities,
      { $id: "e5", name: "kdevtmpfsi", directory: "/var/tmp", asset: false, type: "file" },
      { $id: "e6", name: "Kinsing", category: "Trojan", asset: false, type: "malware" },
    ],
  }),
  says: {
    affected: scaleSet,
    subject: { pool: "gpu2", nodePrefix: scaleSet },
    entities: [
      `azureResource ${clusterName}`,
      `cluster ${clusterName}`,
      "file kdevtmpfsi",
      "malware Kinsing",
    ],
    commands: ["poolNodes"],
    queries: {
      nodeEventLog: [`Computer startswith '${scaleSet}'`],
      nodePodLog: [`Computer startswith '${scaleSet}'`],
    },
    search: "gpu2",
  },
};

/** The same where only the fact names the pool. */
const poolByFact: AlertFixture = {
  shape: "agentless malware of which only a fact names the pool",
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "VM_FileFinding",
    alertDisplayName: "Kinsing malware was detected (Agentless)",
    compromisedEntity: clusterName,
    extendedProperties: { agentPoolName: "batch" },
    entities: clusterEntities,
  }),
  says: {
    affected: clusterName,
    subject: { pool: "batch", nodePrefix: "aks-batch-" },
    entities: [`azureResource ${clusterName}`, `cluster ${clusterName}`],
    commands: ["poolNodes"],
    queries: {
      nodeEventLog: ["Computer startswith 'aks-batch-'"],
      nodePodLog: ["Computer startswith 'aks-batch-'"],
    },
    search: "batch",
  },
};

/** real-data.md §3: a node that is called by a number, of a scale set or a machine, and what Kubernetes calls it. */
const onMachine = (
  shape: string,
  resourceId: string,
  reported: string,
  node: string,
  pool: string,
): AlertFixture => ({
  shape,
  rest: restAlert(nodeGroup, resourceId, {
    alertType: "VM_BinaryPropertyMismatch",
    alertDisplayName: "Suspicious process executed",
    compromisedEntity: reported,
    extendedProperties: { "Compromised Host": reported, "VM name": reported },
    entities: [
      { $id: "northeurope_3", hostName: reported, azureID: resourceId, asset: true, type: "host" },
      { $id: "northeurope_4", address: "203.0.113.5", asset: false, type: "ip" },
    ],
  }),
  says: {
    affected: node,
    subject: { node, pool, sourceIp: "203.0.113.5" },
    entities: [`host ${node}`, "ip 203.0.113.5"],
    commands: ["describeNode", "nodePods", "cordonNode"],
    queries: {
      nodeEventLog: [`Computer =~ '${node}'`],
      nodePodLog: [`Computer =~ '${node}'`],
      containerLog: [`Computer =~ '${node}'`],
    },
    search: pool,
  },
});

const machineId = (name: string) =>
  `/subscriptions/${subscriptionId}/resourcegroups/${nodeGroup}/providers/microsoft.compute/virtualmachines/${name}`;

/** The same where nothing tells which node it is: the scale set is not AKS' own, or two of them have an instance of that number. */
const ofUnknownNode = (shape: string, resourceIds: readonly string[], affected: string): AlertFixture => ({
  shape,
  rest: restAlert(nodeGroup, resourceIds[0] ?? "", {
    alertType: "VM_BinaryPropertyMismatch",
    alertDisplayName: "Suspicious process executed",
    compromisedEntity: "4",
    resourceIdentifiers: resourceIds.map((azureResourceId) => ({ azureResourceId, type: "AzureResource" })),
    extendedProperties: { "Compromised Host": "4" },
    entities: [...clusterEntities, { $id: "northeurope_5", hostName: "4", asset: true, type: "host" }],
  }),
  says: {
    affected,
    subject: {},
    entities: [`azureResource ${clusterName}`, `cluster ${clusterName}`, "host host"],
    commands: [],
    queries: { auditLog: [], auditAdminLog: [], containerLog: [], podEventLog: [] },
    search: undefined,
  },
});

export const nodeAlerts: readonly AlertFixture[] = [
  onInstance(0, "aks-gpu2-60221023-vmss000000", "AzureDNS_DataInfiltration"),
  onInstance(35, "aks-gpu2-60221023-vmss00000z", "AzureDNS_DarkWeb"),
  onInstance(36, "aks-gpu2-60221023-vmss000010", "VM_BinaryPropertyMismatch"),
  onInstance(46_655, "aks-gpu2-60221023-vmss000zzz", "AzureDNS_SinkholedDomain"),
  malwareOnScaleSet,
  poolByFact,
  onMachine(
    "an instance of a Windows pool by its number",
    instanceId("akswin2", 37),
    "37",
    "akswin2000011",
    "win2",
  ),
  onMachine(
    "a Windows node by its computer name",
    instanceId("akswin2", 1),
    "AKSWIN2000001",
    "akswin2000001",
    "win2",
  ),
  onMachine(
    "an instance by the name that Azure gives it",
    instanceId(scaleSet, 150),
    `${scaleSet}_150`,
    `${scaleSet}000046`,
    "gpu2",
  ),
  onMachine(
    "a machine of a pool without a scale set",
    machineId("aks-spot-11223344-vms12"),
    "aks-spot-11223344-vms12",
    "aks-spot-11223344-vms12",
    "spot",
  ),
  ofUnknownNode("an instance of a scale set that is not AKS' own", [instanceId("gateway", 4)], "gateway_4"),
  ofUnknownNode(
    "an instance number of two scale sets",
    [instanceId(scaleSet, 4), instanceId("aks-web-11111111-vmss", 4)],
    "",
  ),
];
