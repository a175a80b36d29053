import { format } from "../../../Client/Core/format";
import { parseArmId } from "../../../Client/Core/armId";
import { CommandLineError, type CommandLine } from "../../CommandLine/commandLine";
import { readArmPath } from "../Gate/armPath";
import { AzureMode } from "./AzureMode.resjson";
import { readCloud } from "./clouds";
import type { Cloud } from "./registeredCloud";
import type { ClusterPlace } from "../Gate/compileCall";

const azureSwitches = ["pick", "read-only"] as const;
const azureTexts = ["cluster", "cloud", "tenant"] as const;

/** What the command line wants of Azure. */
export interface AzureFlags {
  /** `undefined`: to be picked from a list. */
  readonly place: ClusterPlace | undefined;
  readonly cloud: Cloud;
  /** `undefined`: that of the cluster's subscription. */
  readonly tenantId: string | undefined;
  readonly isReadOnly: boolean;
}

/** Reads the flags of Azure mode; `undefined` when it is not asked for. Throws {@link CommandLineError}. */
export function readAzureFlags(line: CommandLine): AzureFlags | undefined {
  const { switches, texts } = line;
  const { cluster, cloud = "public", tenant } = texts;
  if (cluster === undefined && !switches.has("pick")) {
    refuseLonely(line);
    return undefined;
  }
  refuseContrary(line);
  if (tenant !== undefined && !/^[\w.-]+$/.test(tenant)) {
    throw new CommandLineError(format(AzureMode.badTenant, tenant));
  }
  return {
    place: cluster === undefined ? undefined : placeOf(cluster),
    cloud: readCloud(cloud),
    tenantId: tenant,
    isReadOnly: switches.has("read-only"),
  };
}

/** A flag of Azure mode means nothing without a cluster. */
function refuseLonely({ switches, texts }: CommandLine): void {
  const lonely = [...azureTexts, ...azureSwitches].find((name) => name in texts || switches.has(name));
  if (lonely !== undefined) {
    throw new CommandLineError(format(AzureMode.lonelyFlag, lonely));
  }
}

/** One cluster is looked at: of a scenario, the one that is named, or the one that is picked. */
function refuseContrary({ switches, texts: { scenario, cluster } }: CommandLine): void {
  if (scenario !== undefined) {
    throw new CommandLineError(format(AzureMode.contraryFlags, "scenario", "cluster"));
  }
  if (cluster !== undefined && switches.has("pick")) {
    throw new CommandLineError(format(AzureMode.contraryFlags, "cluster", "pick"));
  }
}

const clusterType = "microsoft.containerservice/managedclusters";
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The place of a cluster by its ARM id. Throws {@link CommandLineError} for what is none. */
export function placeOf(clusterId: string): ClusterPlace {
  const plain = clusterId.trim().replace(/\/$/, "");
  const id = parseArmId(plain);
  const isCluster =
    id?.resourceType.toLowerCase() === clusterType &&
    guid.test(id.subscriptionId) &&
    readArmPath(plain, [])?.path === plain;
  if (!id || !isCluster) {
    throw new CommandLineError(format(AzureMode.badCluster, clusterId));
  }
  return { clusterId: plain, subscriptionId: id.subscriptionId };
}
