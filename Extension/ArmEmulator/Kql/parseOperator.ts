import type { Compilation } from "./compilation";
import { convert } from "./conversion";
import { compileExpression, nameOf } from "./expression";
import { createRegex, execRegex } from "./regex";
import { typed, type Step } from "./rows";
import type { Syntax } from "./syntaxTree";
import { childOf, findChild, mainList, operands } from "./syntax";
import { asText, isNull } from "./values";

const parseKinds = ["simple", "regex", "relaxed"] as const;
type ParseKind = (typeof parseKinds)[number];

/** What stands between two delimiters becomes a column, or with `*` nothing. */
type Part =
  | { readonly is: "delimiter"; readonly text: string }
  | { readonly is: "column"; readonly name: string; readonly type: string }
  | { readonly is: "anything" };

/** The texts of the columns in their order; `undefined` for a text that does not follow the pattern. */
type Match = (text: string) => readonly string[] | undefined;

/**
 * Compiles `parse`. Where a text does not follow the pattern its columns are null, which for a text is the empty one; so it is
 * in `simple` and `regex` for a value that is not of its column's type, while in `relaxed` that column alone is null.
 */
export function compileParse(node: Syntax, compilation: Compilation): Step {
  const { kind, flags } = parameters(node, compilation);
  const [source] = operands(node).filter((child) => child.kind !== "List");
  const parts = (mainList(node)?.children ?? []).map(partOf);
  if (!source || parts.length === 0) {
    throw compilation.refuse(node, `'${node.text}' lacks its text or its pattern.`);
  }
  const value = compileExpression(source, compilation);
  const match = kind === "regex" ? regexMatch(parts, flags) : delimiterMatch(parts);
  const columns = parts.filter((part) => part.is === "column");
  return (rows) =>
    rows.map((row) => {
      const found = match(asText(value(row)));
      const cells = columns.map(({ type }, at) => (found ? cellOf(found[at] ?? "", type) : null));
      const isKept = kind === "relaxed" || !cells.some(isNull);
      columns.forEach(({ name, type }, at) => {
        row[name] = typed(isKept ? cells[at] : null, type);
      });
      return row;
    });
}

function partOf(node: Syntax): Part {
  switch (node.kind) {
    case "StarExpression":
      return { is: "anything" };
    case "NameDeclaration":
      return { is: "column", name: nameOf(node), type: "string" };
    case "NameAndTypeDeclaration":
      return {
        is: "column",
        name: nameOf(childOf(node, "NameDeclaration")),
        type: childOf(node, "PrimitiveTypeExpression").text,
      };
    default:
      return { is: "delimiter", text: String(node.literal) };
  }
}

function cellOf(text: string, type: string): unknown {
  const isWhole = type === "long" || type === "int";
  return isWhole && !/^\s*-?\d+\s*$/.test(text) ? null : convert(text, type);
}

/** Each delimiter is taken where it occurs first; what follows the last one need not be in the pattern. */
function delimiterMatch(parts: readonly Part[]): Match {
  return (text) => {
    const found: string[] = [];
    let place = 0;
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      const start = place;
      if (part.is === "delimiter") {
        if (!text.startsWith(part.text, place)) {
          return undefined;
        }
        place += part.text.length;
      } else {
        place = next?.is === "delimiter" ? text.indexOf(next.text, place) : text.length;
      }
      if (place === -1) {
        return undefined;
      }
      if (part.is === "column") {
        found.push(text.slice(start, place));
      }
    }
    return found;
  };
}

/** Delimiters are regular expressions: a text takes as little as it can, whole numbers end where their digits end. */
function regexMatch(parts: readonly Part[], flags: string): Match {
  let columns = 0;
  const pattern = parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    switch (part.is) {
      case "delimiter":
        return `(?:${part.text})`;
      case "anything":
        return "[^]*?";
      case "column":
        columns += 1;
        return `(?<column${columns}>${/^(?:long|int)$/.test(part.type) ? "-?\\d+" : isLast ? "[^]*" : "[^]*?"})`;
    }
  });
  const regex = createRegex(pattern.join(""), `uy${flags}`);
  return (text) => {
    regex.lastIndex = 0;
    const groups = execRegex(regex, text)?.groups;
    return groups && Array.from({ length: columns }, (_, index) => groups[`column${index + 1}`] ?? "");
  };
}

function parameters(
  node: Syntax,
  compilation: Compilation,
): { readonly kind: ParseKind; readonly flags: string } {
  const list = findChild(node, "List")?.children.filter((child) => child.kind === "NamedParameter") ?? [];
  const valueOf = (name: string) =>
    list.flatMap(({ text }) => new RegExp(`^${name}\\s*=\\s*(\\w+)$`, "i").exec(text)?.[1] ?? [])[0];
  const written = valueOf("kind") ?? "simple";
  const flags = valueOf("flags") ?? "";
  const kind = parseKinds.find((name) => name === written);
  if (!kind || !/^[ims]*$/.test(flags)) {
    throw compilation.refuse(node, `'${written}' with flags '${flags}' is not supported for parse.`);
  }
  return { kind, flags: [...new Set(flags)].join("") };
}
