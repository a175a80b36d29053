import { escapeInvisible, hex } from "../Core/visibleText";
import { isList, Reference, type CodeValue } from "../Core/codeValue";

/** A text template begins with these; HCL's own escapes, `$${` and `%%{`, are ambiguous behind another `$` or `%`. */
const templateMarks = /[$%](?![\w ./-]|$)/g;

/** Text as a string of HCL, quotes included. */
export function hclString(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, "\\$&")
    .replace(templateMarks, (mark) => `\\u${hex(mark.charCodeAt(0), 4)}`);
  return `"${escapeInvisible(escaped, hclCodePoint)}"`;
}

function hclCodePoint(codePoint: number): string {
  return codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`;
}

/** Name of a variable of Terraform for a parameter: in snake case. */
export function hclVariable(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A value as an expression of HCL over as many lines as it needs; `indent` is that of its first line. */
export function hclValue(value: CodeValue, indent = ""): string {
  if (typeof value === "string") {
    return hclString(value);
  }
  if (value instanceof Reference) {
    return `var.${hclVariable(value.name)}`;
  }
  if (value === null || typeof value !== "object") {
    return String(value);
  }
  const inner = `${indent}  `;
  const [open, lines, close] = isList(value)
    ? ["[", value.map((item) => `${hclValue(item, inner)},`), "]"]
    : ["{", Object.entries(value).map(([key, item]) => `${hclKey(key)} = ${hclValue(item, inner)}`), "}"];
  return lines.length === 0
    ? open + close
    : [open, ...lines.map((line) => inner + line), indent + close].join("\n");
}

function hclKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : hclString(key);
}
