import type { KqlColumn, KqlDatabase, KqlRow, KqlTable } from "../Kql/table";
import { workspaceProperties } from "../World/OperationalInsights/generateWorkspace";
import { assignmentRow } from "../World/Security/Ownership/assignmentHistory";
import { shownAlerts } from "../World/Security/Pricings/planEffects";
import type { Cluster, Resource, SecurityFindings, SecurityRow, Workspace, World } from "../World/world";
import { alertType, toGraphRow } from "./alertRow";

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

interface GraphAccess {
  /** Whether the caller may read a resource. */
  mayRead(type: string): (id: string) => boolean;
  /** When alerts and governance assignments are shown as they were; absent: as they are. */
  readonly asOf?: Date;
  /** What Defender for Cloud has found; absent: all that is in the world. */
  findings?(): SecurityFindings;
}

/** The tables of Resource Graph, with the rows that the caller may read. A table takes its rows when a query asks for them. */
export function graphTables(world: World, access: GraphAccess): KqlDatabase {
  return [
    graphTable("resources", world, access, (isWanted) => resourceRows(world).filter(isWanted)),
    graphTable("resourcecontainers", world, access, (isWanted) => containerRows(world).filter(isWanted)),
    graphTable("securityresources", world, access, (isWanted) => securityRows(world, access, isWanted)),
  ];
}

type IsWanted = (row: { readonly type?: unknown }) => boolean;

function graphTable(
  name: string,
  { subscriptionId }: World,
  { mayRead }: GraphAccess,
  read: (isWanted: IsWanted) => readonly KqlRow[],
): KqlTable {
  const readable = (rows: readonly KqlRow[]) => {
    const rights = new Map<string, (id: string) => boolean>();
    const rightTo = (type: string) => {
      const known = rights.get(type) ?? mayRead(type);
      rights.set(type, known);
      return known;
    };
    return rows.filter(({ id, type }) =>
      rightTo(textOf(type))(textOf(id) || `/subscriptions/${subscriptionId}`),
    );
  };
  return {
    name,
    columns,
    get rows() {
      return readable(read(() => true));
    },
    rowsOfTypes: (types) => readable(read((row) => types.has(textOf(row.type).toLowerCase()))),
  };
}

function resourceRows(world: World): readonly KqlRow[] {
  return [
    ...world.clusters.map((cluster) => clusterRow(cluster, world)),
    ...world.clusters.flatMap((cluster) => scaleSetRows(cluster, world)),
    ...[...world.machines, ...world.registries].map((one) => resourceRow(one, world)),
    ...world.workspaces.map((workspace) => workspaceRow(workspace, world)),
  ];
}

/** Only what is wanted is made: there may be tens of thousands of alerts, and every query of a page comes by here. */
function securityRows(world: World, { asOf, findings }: GraphAccess, isWanted: IsWanted): readonly KqlRow[] {
  const alerts = isWanted({ type: alertType })
    ? shownAlerts(world.alerts, asOf).map((alert) => toGraphRow(alert, world, asOf))
    : [];
  const { assessments, rows } = findings?.() ?? { ...world, rows: world.securityRows };
  const assignments = [...world.governanceAssignments.values()].flatMap(
    (assignment) => assignmentRow(assignment, asOf) ?? [],
  );
  return [
    ...alerts,
    ...world.strayAlertRows.filter(isWanted),
    ...(isWanted({ type: assessmentType }) ? assessments : []).map((assessment) =>
      securityRow(assessment, assessmentType, world),
    ),
    ...[...rows, ...assignments].filter(isWanted).map((row) => securityRow(row, row.type, world)),
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
    properties: workspaceProperties(workspace, "Succeeded"),
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

const assessmentType = "microsoft.security/assessments";

/** Rows as they were made for an earlier query: what was found is replaced when it changes, and never written into. */
const made = new WeakMap<Omit<SecurityRow, "type">, KqlRow>();

function securityRow(row: Omit<SecurityRow, "type">, type: string, world: World): KqlRow {
  const known = made.get(row) ?? makeSecurityRow(row, type, world);
  made.set(row, known);
  return known;
}

function makeSecurityRow(row: Omit<SecurityRow, "type">, type: string, world: World): KqlRow {
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
