import { isIPv4 } from "node:net";
import { ArmError } from "../../Server/arm";
import { clusterBody } from "../../World/ContainerService/clusterBody";
import { brokenRule } from "./clusterRules";
import { isJson, jsonOf, listOf, partOf } from "../../World/jsonParts";
import type { Cluster, Json, World } from "../../World/world";

/** As documented for AKS. */
const mostRanges = 200;

/** What cannot be changed any more; leaving it out is a change too. */
const fixedProperties = [
  ["dnsPrefix"],
  ["nodeResourceGroup"],
  ["enableRBAC"],
  ["networkProfile", "networkPlugin"],
  ["networkProfile", "loadBalancerSku"],
  ["kubernetesVersion"],
];

/**
 * The body of a PUT of a cluster that exists. Throws ARM's 400 that names what is wrong. What is checked is documented; the
 * codes and the texts of the refusals are guesses in the manner of AKS.
 */
export function checkClusterBody(body: unknown, cluster: Cluster, world: World): Json {
  if (!isJson(body)) {
    throw invalid("managedCluster", "The body must be an object");
  }
  if (!isJson(body.properties)) {
    throw invalid("properties", "Properties are required");
  }
  const broken = brokenRule(body);
  if (broken) {
    throw invalid(broken.place, broken.details);
  }
  if (String(body.location).toLowerCase().replaceAll(" ", "") !== cluster.location) {
    throw new ArmError(
      400,
      "InvalidResourceLocation",
      `The resource '${cluster.name}' already exists in location '${cluster.location}'.`,
    );
  }
  const present = clusterBody(cluster).properties;
  checkFixedProperties(present, body.properties);
  checkPools(body.properties);
  checkAddOns(body.properties);
  checkRanges(body.properties);
  checkDefender(present, body.properties, world);
  return body;
}

function invalid(parameter: string, details: string): ArmError {
  return new ArmError(
    400,
    "InvalidParameter",
    `The value of parameter ${parameter} is invalid. Error details: ${details}.`,
  );
}

function checkFixedProperties(present: unknown, properties: Json): void {
  for (const path of fixedProperties) {
    if (partOf(present, ...path) !== partOf(properties, ...path)) {
      const name = `properties.${path.join(".")}`;
      throw new ArmError(400, "PropertyChangeNotAllowed", `Changing property '${name}' is not allowed.`);
    }
  }
}

function checkPools({ agentPoolProfiles }: Json): void {
  if (listOf(agentPoolProfiles).length === 0) {
    throw invalid("agentPoolProfiles", "At least one agent pool is required");
  }
}

function checkAddOns({ addonProfiles }: Json): void {
  for (const [name, profile] of Object.entries(jsonOf(addonProfiles))) {
    if (typeof partOf(profile, "enabled") !== "boolean") {
      throw invalid(`addonProfiles.${name}`, "'enabled' is required");
    }
  }
}

function checkRanges(properties: Json): void {
  const parameter = "apiServerAccessProfile.authorizedIPRanges";
  const ranges = partOf(properties, "apiServerAccessProfile", "authorizedIPRanges") ?? [];
  if (!Array.isArray(ranges)) {
    throw invalid(parameter, "A list is required");
  }
  for (const range of ranges as readonly unknown[]) {
    if (!isCidr(range)) {
      throw invalid(parameter, `'${String(range)}' is not an IP range in CIDR format`);
    }
  }
  if (ranges.length > mostRanges) {
    throw invalid(parameter, `There are ${ranges.length} ranges, ${mostRanges} are allowed`);
  }
  if (ranges.length === 0) {
    return;
  }
  if (partOf(properties, "apiServerAccessProfile", "enablePrivateCluster") === true) {
    throw invalid(parameter, "A private cluster cannot have authorized IP ranges");
  }
  if (String(partOf(properties, "networkProfile", "loadBalancerSku")).toLowerCase() === "basic") {
    throw invalid(parameter, "Authorized IP ranges require the Standard load balancer");
  }
}

function isCidr(range: unknown): boolean {
  const [, address = "", prefix = "32"] = /^([\d.]+)(?:\/(\d{1,2}))?$/.exec(String(range)) ?? [];
  return isIPv4(address) && Number(prefix) <= 32;
}

/** A profile that has been on without a workspace may stay so: some worlds have one. */
function checkDefender(present: unknown, properties: Json, { workspaces }: World): void {
  const path = ["securityProfile", "defender"];
  const isOn = (value: unknown) => partOf(value, ...path, "securityMonitoring", "enabled") === true;
  const workspaceOf = (value: unknown) => partOf(value, ...path, "logAnalyticsWorkspaceResourceId");
  const workspace = workspaceOf(properties);
  if (!isOn(properties) || (isOn(present) && workspace === workspaceOf(present))) {
    return;
  }
  const parameter = "securityProfile.defender.logAnalyticsWorkspaceResourceId";
  if (typeof workspace !== "string") {
    throw invalid(parameter, "Microsoft Defender requires a Log Analytics workspace");
  }
  if (!workspaces.some(({ id }) => id.toLowerCase() === workspace.toLowerCase())) {
    throw invalid(parameter, `The workspace '${workspace}' could not be found`);
  }
}
