import ts from "typescript";
import type { Strings } from "./portalStrings";

/** Whether a text is needed from the first line of a view on. */
export type IsFirst = (texts: string, key: string) => boolean;

/**
 * Which texts sources name, as `Texts.key`. Where texts are used in any other way, all of theirs count. Sources import them by name from
 * files that end with `.resjson`.
 */
export function textsUsedIn(sources: readonly string[]): IsFirst {
  const used = new Map<string, Set<string>>();
  const whole = new Set<string>();
  for (const text of sources.filter((source) => source.includes(".resjson"))) {
    const source = ts.createSourceFile("x.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const imported = importedTexts(source);
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) {
        return;
      }
      if (ts.isExportDeclaration(node) && isOfTexts(node.moduleSpecifier)) {
        throw new Error("Texts are imported where they're used, not passed on.");
      }
      const texts = ts.isIdentifier(node) && !isName(node) ? imported.get(node.text) : undefined;
      if (texts !== undefined) {
        const { parent } = node;
        if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
          used.set(texts, (used.get(texts) ?? new Set()).add(parent.name.text));
        } else {
          whole.add(texts);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return (texts, key) => whole.has(texts) || (used.get(texts)?.has(key) ?? false);
}

/** Names of texts by what the source calls them. */
function importedTexts(source: ts.SourceFile): ReadonlyMap<string, string> {
  const imports = source.statements.filter(ts.isImportDeclaration);
  return new Map(
    imports
      .filter(({ moduleSpecifier }) => isOfTexts(moduleSpecifier))
      .flatMap(({ importClause }) => {
        const bindings = importClause?.namedBindings;
        return bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
      })
      .map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]),
  );
}

function isOfTexts(specifier: ts.Expression | undefined): boolean {
  return specifier !== undefined && ts.isStringLiteral(specifier) && specifier.text.endsWith(".resjson");
}

/** Whether the identifier only names a member, which has nothing to do with an import of that name. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

/** Texts in two: those that are needed first, and the others. */
export function splitTexts(
  strings: Strings,
  isFirst: IsFirst,
): { readonly first: Strings; readonly later: Strings } {
  const where = (wanted: boolean): Strings =>
    Object.fromEntries(
      Object.entries(strings)
        .map(([texts, all]) => {
          const kept = Object.entries(all).filter(([key]) => isFirst(texts, key) === wanted);
          return [texts, Object.fromEntries(kept)] as const;
        })
        .filter(([, kept]) => Object.keys(kept).length > 0),
    );
  return { first: where(true), later: where(false) };
}
