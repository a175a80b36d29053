import { apiVersion } from "../Core/apiVersionTable";
import { isRecord } from "../Core/json";
import type { PlanStep } from "./planChanges";
import { apiVersions } from "../Azure/Pipeline/arm";

/** Of the clusters that a file refers to; it only has to exist. */
const clusterApiVersion = apiVersion("managedClustersInBicep");

/**
 * The step as a Bicep file, for a deployment to the subscription or to the cluster's resource group. `undefined` for what Bicep
 * cannot say: giving up a setting, and changes of the cluster itself.
 */
export function bicepOf(step: PlanStep, clusterName: string): string | undefined {
  if (step.kind !== "save") {
    return undefined;
  }
  const isForCluster = step.scope === "cluster";
  const body = { name: "Containers", ...(isForCluster ? { scope: clusterSymbol } : {}), ...step.body };
  return [
    ...(isForCluster ? clusterLines(clusterName) : ["targetScope = 'subscription'", ""]),
    `resource defenderForContainers 'Microsoft.Security/pricings@${apiVersions.pricings}' = ${valueOf(body, "")}`,
    "",
  ].join("\n");
}

/** Stands for the symbol of the cluster, which is no text. */
const clusterSymbol = Symbol("cluster");

function clusterLines(name: string): readonly string[] {
  return [
    `resource cluster 'Microsoft.ContainerService/managedClusters@${clusterApiVersion}' existing = {`,
    `  name: ${literal(name)}`,
    "}",
    "",
  ];
}

function valueOf(value: unknown, indent: string): string {
  if (value === clusterSymbol) {
    return "cluster";
  }
  if (Array.isArray(value)) {
    const lines = value.map((one: unknown) => `${indent}  ${valueOf(one, `${indent}  `)}\n`);
    return lines.length === 0 ? "[]" : `[\n${lines.join("")}${indent}]`;
  }
  if (isRecord(value)) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    const lines = entries.map(([name, one]) => `${indent}  ${keyOf(name)}: ${valueOf(one, `${indent}  `)}\n`);
    return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
  }
  return typeof value === "string" ? literal(value) : plain(value);
}

/** Bicep has integers of 64 bits, and no other numbers. */
function plain(value: unknown): string {
  const isWhole = typeof value !== "number" || Number.isSafeInteger(value);
  const json = JSON.stringify(value) ?? "null";
  return isWhole ? json : `json(${literal(json)})`;
}

function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : literal(name);
}

/** A text as a Bicep string, on one line; all that is not printable ASCII is escaped. */
function literal(text: string): string {
  const escaped = text.replace(/\\|'|\$\{|[^\x20-\x7e]/gu, (part) =>
    /^[\x20-\x7e]/.test(part) ? `\\${part}` : `\\u{${(part.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `'${escaped}'`;
}
