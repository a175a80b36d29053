import type { KqlColumn, KqlDatabase, KqlRow } from "../Kql/table";
import { assignmentRow } from "../World/Security/Ownership/assignmentHistory";
import { shownAlerts } from "../World/Security/Pricings/planEffects";
import type { Cluster, Resource, SecurityRow, Workspace, World } from "../World/world";
import { toGraphRow } from "./alertRow";

const text = (...names: readonly string[]): readonly KqlColumn[] =>
  names.map((name) => ({ name, type: "string" }));
const dynamic = (...names: readonly string[]): readonly KqlColumn[] =>
  names.map((name) => ({ name, type: "dynamic" }));

/** Columns that all tables of Resource Graph have. */
const columns: readonly KqlColumn[] = [
  ...text(
    "id",
    "name",
    "type",
    "tenantId",
    "kind",
    "location",
    "resourceGroup",
    "subscriptionId",
    "managedBy",
  ),
  ...dynamic("sku", "plan", "properties", "tags", "identity", "zones", "extendedLocation"),
];

/**
 * The tables of Resource Graph, with the rows that the caller may read. `mayRead` is asked per resource. Alerts and
 * governance assignments are as they were at a time; absent: as they are.
 */
export function graphTables(
  world: World,
  mayRead: (type: string, id: string) => boolean,
  asOf?: Date,
): KqlDatabase {
  const subscription = `/subscriptions/${world.subscriptionId}`;
  const readable = (rows: readonly KqlRow[]) =>
    rows.filter(({ id, type }) => mayRead(textOf(type), textOf(id) || subscription));
  const alerts = [
    ...shownAlerts(world.alerts, asOf).map((alert) => toGraphRow(alert, world, asOf)),
    ...world.strayAlertRows,
  ];
  const assessmentType = "microsoft.security/assessments";
  const assignments = [...world.governanceAssignments.values()].flatMap(
    (assignment) => assignmentRow(assignment, asOf) ?? [],
  );
  const findings = [
    ...world.assessments.map((assessment) => securityRow(assessment, assessmentType, world)),
    ...[...world.securityRows, ...assignments].map((row) => securityRow(row, row.type, world)),
  ];
  return [
    {
      name: "resources",
      columns,
      rows: readable([
        ...world.clusters.map((cluster) => clusterRow(cluster, world)),
        ...world.clusters.flatMap((cluster) => scaleSetRows(cluster, world)),
        ...[...world.machines, ...world.registries].map((one) => resourceRow(one, world)),
        ...world.workspaces.map((workspace) => workspaceRow(workspace, world)),
      ]),
    },
    { name: "resourcecontainers", columns, rows: readable(containerRows(world)) },
    { name: "securityresources", columns, rows: readable([...alerts, ...findings]) },
  ];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function resourceRow(resource: Resource, world: World): KqlRow {
  return {
    id: resource.id,
    name: resource.name,
    type: resource.type.toLowerCase(),
    tenantId: world.tenantId,
    location: resource.location,
    resourceGroup: resource.resourceGroup.toLowerCase(),
    subscriptionId: world.subscriptionId,
    properties: {},
  };
}

function workspaceRow(workspace: Workspace, world: World): KqlRow {
  return {
    ...resourceRow(workspace, world),
    properties: {
      customerId: workspace.customerId,
      provisioningState: "Succeeded",
      retentionInDays: 30,
      sku: { name: workspace.sku },
    },
  };
}

function clusterRow(cluster: Cluster, world: World): KqlRow {
  return {
    ...resourceRow(cluster, world),
    tags: cluster.state.tags,
    properties: {
      kubernetesVersion: cluster.kubernetesVersion,
      nodeResourceGroup: cluster.nodeResourceGroup,
      provisioningState: cluster.state.provisioningState,
    },
  };
}

/** The machines of a cluster's node pools, in the resource group that AKS keeps for them. */
function scaleSetRows({ pools, nodeResourceGroup, location }: Cluster, world: World): readonly KqlRow[] {
  return pools.map(({ name, mode, scaleSetId }) => ({
    ...resourceRow(
      {
        id: scaleSetId,
        name: scaleSetId.slice(scaleSetId.lastIndexOf("/") + 1),
        type: "Microsoft.Compute/virtualMachineScaleSets",
        resourceGroup: nodeResourceGroup,
        location,
      },
      world,
    ),
    tags: { "aks-managed-poolName": name, "aks-managed-poolMode": mode },
  }));
}

function securityRow(row: Omit<SecurityRow, "type">, type: string, world: World): KqlRow {
  const { id, name, properties } = row;
  const [, , , scope = "", group = ""] = id.split("/", 5);
  return {
    id,
    name,
    type,
    tenantId: world.tenantId,
    resourceGroup: scope.toLowerCase() === "resourcegroups" ? group.toLowerCase() : "",
    subscriptionId: world.subscriptionId,
    properties,
  };
}

function containerRows(world: World): readonly KqlRow[] {
  const subscription = `/subscriptions/${world.subscriptionId}`;
  const groups = new Set([
    ...[...world.clusters, ...world.machines, ...world.workspaces].map(({ resourceGroup }) => resourceGroup),
    ...world.resourceGroups.map(({ name }) => name),
    ...world.clusters.map(({ nodeResourceGroup }) => nodeResourceGroup),
  ]);
  const common = { tenantId: world.tenantId, subscriptionId: world.subscriptionId, properties: {} };
  return [
    { ...common, id: subscription, name: "Contoso", type: "microsoft.resources/subscriptions" },
    ...[...groups].map((name) => ({
      ...common,
      id: `${subscription}/resourceGroups/${name}`,
      name,
      resourceGroup: name.toLowerCase(),
      type: "microsoft.resources/subscriptions/resourcegroups",
    })),
  ];
}
