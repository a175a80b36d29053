import manifest from "../../../ExtensionManifest.json";
import { Manifest } from "../../Manifest.resjson";

/** An entry of the resource menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Name of a Fluent icon. */
  readonly icon: string;
  readonly keywords: readonly string[];
  /** View that the item opens, and its parameters; absent: the page belongs to another extension. */
  readonly view?: { readonly name: string; readonly parameters: Readonly<Record<string, string>> };
}

export interface MenuGroup {
  readonly id: string;
  /** Empty for the items at the top, which have no heading. */
  readonly label: string;
  readonly items: readonly MenuItem[];
}

const item = (id: string, label: string, icon: string): MenuItem => ({ id, label, icon, keywords: [] });

/** The menu of an AKS cluster as its owner ships it, in 2026. */
const neighbors: readonly MenuGroup[] = [
  {
    id: "top",
    label: "",
    items: [
      item("overview", "Overview", "Globe"),
      item("activityLog", "Activity log", "HistoricalWeather"),
      item("accessControl", "Access control (IAM)", "People"),
      item("tags", "Tags", "Tag"),
      item("diagnose", "Diagnose and solve problems", "Repair"),
    ],
  },
  {
    id: "kubernetesResources",
    label: "Kubernetes resources",
    items: [
      item("namespaces", "Namespaces", "ProductList"),
      item("workloads", "Workloads", "WebAppBuilderModule"),
      item("services", "Services and ingresses", "Relationship"),
      item("storage", "Storage", "Database"),
      item("configuration", "Configuration", "ConfigurationSolid"),
      item("customResources", "Custom resources", "Puzzle"),
      item("events", "Events", "LightningBolt"),
      item("runCommand", "Run command", "CommandPrompt"),
    ],
  },
  {
    id: "settings",
    label: "Settings",
    items: [
      item("nodePools", "Node pools", "Server"),
      item("clusterConfiguration", "Cluster configuration", "Settings"),
      item("applicationScaling", "Application scaling", "ScaleVolume"),
      item("networking", "Networking", "NetworkTower"),
      item("extensions", "Extensions + applications", "Add"),
      item("backup", "Backup", "CloudUpload"),
      item("serviceMesh", "Service mesh - Istio", "Flow"),
      item("gitOps", "GitOps", "BranchMerge"),
      item("automatedDeployments", "Automated deployments", "Deploy"),
      item("policies", "Policies", "EntitlementPolicy"),
      item("properties", "Properties", "BulletedList"),
      item("locks", "Locks", "Lock"),
    ],
  },
  {
    id: "monitoring",
    label: "Monitoring",
    items: [
      item("insights", "Insights", "Lightbulb"),
      item("alerts", "Alerts", "Ringer"),
      item("metrics", "Metrics", "BarChart4"),
      item("diagnosticSettings", "Diagnostic settings", "DocumentSet"),
      item("logs", "Logs", "TextDocument"),
      item("workbooks", "Workbooks", "ReportDocument"),
    ],
  },
  {
    id: "automation",
    label: "Automation",
    items: [
      item("cliPs", "CLI / PS", "CommandPrompt"),
      item("tasks", "Tasks", "TaskManager"),
      item("exportTemplate", "Export template", "Export"),
    ],
  },
];

/** The menu of a cluster: its owner's items, and those of ExtensionManifest.json where the manifest wants them. */
export function aksMenu(clusterId: string): readonly MenuGroup[] {
  const ours = manifest.menuItems.filter(
    ({ assetType }) => assetType === "Microsoft.ContainerService/managedClusters",
  );
  return neighbors.map((group) => ({
    ...group,
    items: ours
      .filter((entry) => entry.group === group.id)
      .reduce((items, entry) => insertAfter(items, entry.after, toMenuItem(entry, clusterId)), group.items),
  }));
}

type ManifestItem = (typeof manifest.menuItems)[number];

/** A text that the manifest names by its key. */
function textFor(key: string): string {
  return (Manifest as Readonly<Record<string, string>>)[key] ?? key;
}

function toMenuItem({ id, displayName, icon, keywords, blade }: ManifestItem, clusterId: string): MenuItem {
  const parameters = Object.entries(blade.parameters).map(([name, value]) => [
    name,
    value.replace("{resourceId}", clusterId),
  ]);
  return {
    id,
    label: textFor(displayName),
    icon,
    keywords: textFor(keywords).split(", "),
    view: {
      name: blade.name,
      parameters: Object.fromEntries(parameters) as Readonly<Record<string, string>>,
    },
  };
}

function insertAfter(items: readonly MenuItem[], after: string, added: MenuItem): readonly MenuItem[] {
  const position = items.findIndex(({ id }) => id === after);
  const at = position === -1 ? items.length : position + 1;
  return [...items.slice(0, at), added, ...items.slice(at)];
}
