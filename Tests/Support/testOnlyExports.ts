import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { fileOf } from "./importGraph";

const everything = "*";

interface Named {
  readonly exported: readonly string[];
  /** Names by the specifier that they come from; `*`: all of them. */
  readonly imported: readonly (readonly [specifier: string, name: string])[];
}

/** Values that a file exports, and what it imports, types too. */
export function namesIn(file: string, text: string): Named {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const exported: string[] = [];
  const imported: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    const from = specifierOf(node);
    if (from !== undefined) {
      imported.push(...namesFrom(node).map((name): [string, string] => [from, name]));
    } else if (isExported(node)) {
      exported.push(...valuesOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { exported, imported };
}

function specifierOf(node: ts.Node): string | undefined {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
  return specifier && ts.isStringLiteralLike(specifier) ? specifier.text : undefined;
}

function namesFrom(node: ts.Node): readonly string[] {
  const bindings = ts.isImportDeclaration(node)
    ? node.importClause?.namedBindings
    : ts.isExportDeclaration(node)
      ? node.exportClause
      : undefined;
  return bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
    ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
    : [everything];
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

function valuesOf(node: ts.Node): readonly string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  const isValue = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node);
  return isValue && node.name ? [node.name.text] : [];
}

/** Values of the product that no file of it imports, as `file: name`, sorted. `isTest` tells the others. */
export function testOnlyExports(
  root: string,
  files: readonly string[],
  isTest: (file: string) => boolean,
): readonly string[] {
  const product = files.filter((file) => !isTest(file));
  const named = product.map(
    (file) => [file, namesIn(file, readFileSync(path.join(root, file), "utf8"))] as const,
  );
  const wanted = new Set(
    named.flatMap(([importer, { imported }]) =>
      imported.map(([specifier, name]) => `${fileOf(root, importer, specifier)}: ${name}`),
    ),
  );
  return named
    .filter(([file]) => !wanted.has(`${file}: ${everything}`))
    .flatMap(([file, { exported }]) => exported.map((name) => `${file}: ${name}`))
    .filter((name) => !wanted.has(name))
    .sort();
}
