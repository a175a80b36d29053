import { apiVersion } from "./apiVersionTable";
import { escapeInvisible, hex } from "./visibleText";
import { isList, Reference, type CodeValue } from "./codeValue";

/** Text as a string of Bicep, quotes included. */
export function bicepString(text: string): string {
  const escaped = text.replace(/[\\']/g, "\\$&").replaceAll("${", "\\${");
  return `'${escapeInvisible(escaped, (codePoint) => `\\u{${hex(codePoint, 1)}}`)}'`;
}

/**
 * A value as an expression of Bicep over as many lines as it needs; `indent` is that of its first line. Bicep has whole numbers
 * of 64 bits only: any other number goes through its function `json`.
 */
export function bicepValue(value: CodeValue, indent = ""): string {
  if (typeof value === "string") {
    return bicepString(value);
  }
  if (value instanceof Reference) {
    return value.name;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    return `json(${bicepString(JSON.stringify(value))})`;
  }
  if (value === null || typeof value !== "object") {
    return String(value);
  }
  const inner = `${indent}  `;
  const [open, lines, close] = isList(value)
    ? ["[", value.map((item) => bicepValue(item, inner)), "]"]
    : ["{", Object.entries(value).map(([key, item]) => `${bicepKey(key)}: ${bicepValue(item, inner)}`), "}"];
  return lines.length === 0
    ? open + close
    : [open, ...lines.map((line) => inner + line), indent + close].join("\n");
}

function bicepKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : bicepString(key);
}

/** Type and api-version of the cluster in templates, the same in Bicep and in Terraform's azapi. */
export const clusterTypeInCode = `Microsoft.ContainerService/managedClusters@${apiVersion("managedClustersInCode")}`;

/** An existing cluster as the resource `cluster`, to scope other resources to it; ends with the end of a line. */
export function bicepCluster(name: string): string {
  return `resource cluster '${clusterTypeInCode}' existing = {\n  name: ${bicepString(name)}\n}\n`;
}
