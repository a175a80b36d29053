import { escapeInvisible, hex } from "../Core/visibleText";
import { indented, type CodeValue, type Reference } from "../Core/codeValue";

/** YAML inside of YAML, as kustomize takes its patches: a literal block. */
export class NestedYaml {
  constructor(readonly content: YamlValue) {}
}

export type YamlValue =
  | Exclude<CodeValue, Reference | readonly CodeValue[] | Readonly<Record<string, CodeValue>>>
  | NestedYaml
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

export type YamlObject = Readonly<Record<string, YamlValue>>;

/** Words that some version of YAML takes for a boolean or for nothing. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null)$/i;
const plain = /^[A-Za-z]\w*(?:[./-]\w+)*$/;

/**
 * Text as a scalar of YAML on one line: plain only where no version of YAML reads anything else in it, else in double quotes
 * with the escapes of JSON, which is a part of YAML.
 */
export function yamlString(text: string): string {
  if (plain.test(text) && !reserved.test(text)) {
    return text;
  }
  const escaped = text.replace(/[\\"]/g, "\\$&");
  return `"${escapeInvisible(escaped, yamlCodePoint)}"`;
}

function yamlCodePoint(codePoint: number): string {
  return codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`;
}

/**
 * A document in block style that ends with the end of a line. Not by js-yaml: it writes bidirectional and zero-width characters
 * as they are, so that a reviewer of the file would not see them. Tests read what is written here with js-yaml.
 */
export function yamlText(value: YamlValue): string {
  return `${blockOf(value)}\n`;
}

function blockOf(value: YamlValue): string {
  if (typeof value === "string") {
    return yamlString(value);
  }
  if (value instanceof NestedYaml) {
    return `|-\n${indented(blockOf(value.content), "  ")}`;
  }
  if (value === null || typeof value !== "object") {
    return String(value);
  }
  return isYamlList(value)
    ? value.map(listItem).join("\n") || "[]"
    : Object.entries(value).map(entryText).join("\n") || "{}";
}

/** The first line of a map or a list stands beside the dash, the others below it. */
function listItem(value: YamlValue): string {
  return `- ${indented(blockOf(value), "  ").trimStart()}`;
}

function entryText([key, value]: readonly [string, YamlValue]): string {
  const text = blockOf(value);
  return needsOwnLines(value)
    ? `${yamlString(key)}:\n${indented(text, "  ")}`
    : `${yamlString(key)}: ${text}`;
}

/** A map or a list that is not empty. */
function needsOwnLines(value: YamlValue): boolean {
  return (
    value !== null &&
    typeof value === "object" &&
    !(value instanceof NestedYaml) &&
    Object.keys(value).length > 0
  );
}

function isYamlList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
