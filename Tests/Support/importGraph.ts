import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** What one source file imports: values, types and `import()` alike, as written between the quotes, in the order of the file. */
export function importsOf(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const makers = new Set(["require", "require.resolve"]);
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node, makers, source);
    if (specifier && ts.isStringLiteralLike(specifier)) {
      found.push(specifier.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `makers` are the functions that load a module by name; `const load = createRequire(…)` makes another one. */
function specifierOf(node: ts.Node, makers: Set<string>, source: ts.SourceFile): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  }
  if (ts.isVariableDeclaration(node) && node.initializer?.getText(source).startsWith("createRequire(")) {
    makers.add(node.name.getText(source));
  }
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const { expression, arguments: given } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    makers.has(expression.getText(source)) ||
    (ts.isCallExpression(expression) && expression.expression.getText(source) === "createRequire");
  return loads ? given[0] : undefined;
}

/** The name of the package that an import is of; `undefined` for a file of the tree and for what Node brings. */
export function packageOf(specifier: string): string | undefined {
  if (/^(\.|\/|node:)/.test(specifier)) {
    return undefined;
  }
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** The stand-in goes by the name of the portal's package. */
const portalSdk = "@microsoft/azureportal-reactview/";

/** Which file an import leads to, from the root of the tree; `undefined` for packages. Throws when there is no such file. */
export function fileOf(root: string, importer: string, specifier: string): string | undefined {
  const target = specifier.startsWith(portalSdk)
    ? path.join("Extension/PortalSdk", specifier.slice(portalSdk.length))
    : specifier.startsWith(".") && path.join(path.dirname(importer), specifier);
  if (!target) {
    return undefined;
  }
  const found = ["", ".ts", ".tsx", ".d.ts"].map((end) => target + end).find(isFile(root));
  if (!found) {
    throw new Error(`${importer} imports ${specifier}, which is no file.`);
  }
  return path.normalize(found).replaceAll(path.sep, "/");
}

const isFile = (root: string) => (file: string) =>
  path.extname(file) !== "" && existsSync(path.join(root, file));

export type Graph = ReadonlyMap<string, readonly string[]>;

/** Which of these files imports which. */
export function importGraph(root: string, files: readonly string[]): Graph {
  return new Map(
    files.map((file) => {
      const imports = importsOf(file, readFileSync(path.join(root, file), "utf8"));
      return [file, imports.flatMap((specifier) => fileOf(root, file, specifier) ?? [])] as const;
    }),
  );
}

/**
 * Every group of files that import each other in a circle, each sorted; a file that imports itself is one too. Tarjan's
 * algorithm of strongly connected components.
 */
export function circles(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string): number => {
    let low = order.size;
    order.set(file, low);
    const height = stack.push(file) - 1;
    const own = low;
    open.add(file);
    for (const next of graph.get(file) ?? []) {
      const seen = order.get(next);
      if (seen === undefined) {
        low = Math.min(low, visit(next));
      } else if (open.has(next)) {
        low = Math.min(low, seen);
      }
    }
    if (low === own) {
      const group = stack.splice(height);
      group.forEach((member) => open.delete(member));
      if (group.length > 1 || graph.get(file)?.includes(file)) {
        found.push(group.sort());
      }
    }
    return low;
  };
  for (const file of graph.keys()) {
    if (!order.has(file)) {
      visit(file);
    }
  }
  return found;
}
