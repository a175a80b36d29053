import { loadKusto, type KustoNode } from "../../Extension/ArmEmulator/Kql/kustoLibrary";
import { logTables } from "./logTables";

/** What a query does, whatever its literals say, and the texts of those literals. */
export interface BoundQuery {
  readonly shape: string;
  readonly texts: readonly string[];
}

const kusto = loadKusto();
const tables = logTables.map(({ name, columns }) => {
  const schema = columns.map((column) => `['${column.name}']:${column.type}`).join(", ");
  return new kusto.Symbols.TableSymbol.$ctor7(name, `(${schema})`, null);
});
/** Made once: with new tables for each query the library takes ten times as long. */
const globals = kusto.GlobalState.Default.WithDatabase(
  new kusto.Symbols.DatabaseSymbol.$ctor1("logs", tables),
);

/** Parses and binds under Microsoft's parser against the documented tables of Log Analytics. Throws for the first error. */
export function bindLogQuery(kql: string): BoundQuery {
  const code = kusto.KustoCode.ParseAndAnalyze(kql, globals);
  const diagnostics = code.GetDiagnostics();
  for (let index = 0; index < diagnostics.Count; index += 1) {
    const { Severity, Code, Message } = diagnostics.getItem(index);
    if (Severity === "Error") {
      throw new Error(`${Code} ${Message}\n${kql}`);
    }
  }
  const kinds: number[] = [];
  const texts: string[] = [];
  visit(code.Syntax, (node) => {
    kinds.push(node.Kind, node.ChildCount);
    if (node.Kind === kusto.Syntax.SyntaxKind.StringLiteralExpression) {
      texts.push(String(node.LiteralValue));
    }
  });
  return { shape: kinds.join(), texts };
}

function visit(node: KustoNode, onNode: (node: KustoNode) => void): void {
  onNode(node);
  for (let index = 0; index < node.ChildCount; index += 1) {
    const child = node.GetChild(index);
    if (child) {
      visit(child, onNode);
    }
  }
}
