import { parseArgs } from "node:util";
import manifest from "../../ExtensionManifest.json";
import { clusterScopeOf } from "../../Client/Domain/clusterScope";
import { CommandLineError } from "../ArmEmulator/commandLine";
import { isCloud, portals, type Cloud } from "./portalAddress";

export interface SideloadOptions {
  readonly port: number;
  readonly cloud: Cloud;
  /** ARM id of a cluster to open a view for; `undefined`: the portal's start page alone. */
  readonly cluster: string | undefined;
  /** Name of the view to open for the cluster, suffix included. */
  readonly view: string;
  /** Whether to have this machine trust the certificate. */
  readonly trusts: boolean;
  readonly opens: boolean;
}

/** The port of the official development server. */
const defaultPort = 1339;

/** Reads the command line of `npm run sideload`. Throws {@link CommandLineError}. */
export function readSideloadOptions(args: readonly string[]): SideloadOptions {
  const {
    port = String(defaultPort),
    cloud = "AzureCloud",
    cluster,
    view = "SecurityDashboard.ReactView",
    trust = false,
    "no-open": isQuiet = false,
  } = parse(args);
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new CommandLineError(`--port must be a number from 0 to 65535, not '${port}'.`);
  }
  if (!isCloud(cloud)) {
    throw new CommandLineError(`Unknown cloud '${cloud}'. Known: ${Object.keys(portals).join(", ")}.`);
  }
  const views = manifest.views.map(({ name }) => name);
  if (!views.includes(view)) {
    throw new CommandLineError(`There is no view '${view}'. There are: ${views.join(", ")}.`);
  }
  if (cluster !== undefined && !clusterScopeOf(cluster).ok) {
    throw new CommandLineError(`--cluster must be the ARM id of an AKS cluster, not '${cluster}'.`);
  }
  return { port: Number(port), cloud, cluster, view, trusts: trust, opens: !isQuiet };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        cloud: { type: "string" },
        cluster: { type: "string" },
        view: { type: "string" },
        trust: { type: "boolean" },
        "no-open": { type: "boolean" },
      },
    }).values;
  } catch (error) {
    const [line = "The command line cannot be read."] = String(
      error instanceof Error ? error.message : error,
    ).split("\n");
    throw new CommandLineError(line);
  }
}
