import { X509Certificate } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import manifest from "../../../ExtensionManifest.json";
import { format } from "../../../Client/Core/format";
import { CommandLineError, type CommandLine, type CommandSpec } from "../../CommandLine/commandLine";
import type { Running } from "../../CommandLine/runServer";
import { portalOutput } from "../../build/outputs";
import { placeOf } from "../AzureMode/azureFlags";
import { clouds, readCloudName } from "../AzureMode/clouds";
import { cacheFolder, keptCertificate, type KeptCertificate } from "./certificate";
import { endpointOf, extensionAddress, viewAddress } from "./portalAddress";
import { Sideload } from "./Sideload.resjson";
import { startSideloadServer } from "./sideloadServer";
import { addTrust, describeTrust, runProgram, trustOf, type Run } from "./trust";

/** `npm run sideload`. The port is that of the portal's own samples. */
export const sideloadSpec = {
  name: "sideload",
  about: Sideload.about,
  port: 1339,
  flags: [
    { name: "cluster", value: "id", about: Sideload.clusterFlag },
    { name: "cloud", value: "name", about: Sideload.cloudFlag },
    { name: "folder", value: "folder", about: Sideload.folderFlag },
    { name: "mpac", about: Sideload.mpacFlag },
    { name: "trust", about: Sideload.trustFlag },
    { name: "no-open", about: Sideload.noOpenFlag },
  ],
  examples: ["npm run sideload -- --cluster ID"],
} satisfies CommandSpec;

const mpac = "https://ms.portal.azure.com";
/** The public cloud's portals: production, its preview, and the release candidate (facts: portal-sdk.md §4.1). */
const previews = [mpac, "https://rc.portal.azure.com"];

/** What the command line wants. */
interface SideloadPlan {
  /** Origin of the portal. */
  readonly portal: string;
  readonly authorities: readonly string[];
  readonly folder: string;
  readonly clusterId: string | undefined;
}

/** Reads the flags. Throws {@link CommandLineError}. */
export function readSideloadPlan({ texts, switches }: CommandLine): SideloadPlan {
  const { cloud = "public", cluster, folder = portalOutput } = texts;
  const cloudName = readCloudName(cloud);
  if (switches.has("mpac") && cloudName !== "public") {
    throw new CommandLineError(Sideload.notPublic);
  }
  const { portal } = clouds[cloudName];
  const portals = cloudName === "public" ? [portal, ...previews] : [portal];
  return {
    portal: switches.has("mpac") ? mpac : portal,
    authorities: portals.map((origin) => new URL(origin).host),
    folder: path.resolve(folder),
    clusterId: cluster === undefined ? undefined : placeOf(cluster).clusterId,
  };
}

interface SideloadOptions {
  readonly port: number;
  readonly plan: SideloadPlan;
  /** Whether to add the certificate to the user's trust store. */
  readonly trust: boolean;
  /** Only tests pass their own. */
  readonly run?: Run;
  readonly certificates?: string;
}

/** Serves the build to the portal. Throws {@link CommandLineError} when there is none. */
export async function runSideload(options: SideloadOptions): Promise<Running & { readonly url: string }> {
  const { port, plan, run = runProgram, certificates = cacheFolder() } = options;
  const { folder, authorities } = plan;
  if (!existsSync(folder) || readdirSync(folder).length === 0) {
    throw new CommandLineError(format(Sideload.noBuild, folder));
  }
  const certificate = await keptCertificate(certificates, new Date());
  const server = await startSideloadServer({ port, folder, certificate, authorities });
  const trust = trustOf(certificate.certFile, process.platform);
  const trustLines = options.trust ? await addTrust(trust, run) : describeTrust(trust);
  const { url, lines } = addresses(plan, endpointOf(server.port));
  const about = [
    format(Sideload.serving, folder, endpointOf(server.port)),
    describeCertificate(certificate),
    ...trustLines,
  ];
  return { url, close: server.close, line: [...about, "", ...lines, "", ...explanations].join("\n") };
}

function addresses({ portal, clusterId }: SideloadPlan, endpoint: string) {
  const extension = extensionAddress(portal, endpoint);
  const lines = [Sideload.extension, `  ${extension}`];
  if (clusterId === undefined) {
    return { url: extension, lines: [...lines, Sideload.clusterHint] };
  }
  const view = viewAddress(portal, endpoint, "SecurityDashboard.ReactView", clusterId);
  return { url: view, lines: [...lines, format(Sideload.view, clusterId), `  ${view}`] };
}

function describeCertificate({ cert, certFile, isNew }: KeptCertificate): string {
  const { validTo } = new X509Certificate(cert);
  const day = new Date(validTo).toISOString().slice(0, 10);
  const age = isNew ? Sideload.certificateNew : Sideload.certificateKept;
  return format(Sideload.certificate, certFile, age, day);
}

const explanations = [Sideload.allow, format(Sideload.flags, manifest.name), Sideload.mpac, Sideload.limits];
