import { KqlError } from "./kqlError";
import {
  loadKusto,
  type KustoGlobals,
  type KustoLibrary,
  type KustoNode,
  type KustoSymbol,
} from "./kustoLibrary";
import { kqlTypes, type KqlColumn, type KqlDatabase, type KqlTable } from "./table";
import { aroundLiterals, literalsOf, opaqueLiterals, withLiterals, type QueryLiteral } from "./queryLiterals";
import { remember } from "./remember";
import type { Syntax } from "./syntaxTree";
import { isTolerated } from "./tolerated";

/** Trees of the queries asked last. Parsing takes longer than running, and a dashboard asks the same queries again. */
const remembered = new Map<string, Syntax>();
const mostRemembered = 100;

/** Parses a query and binds its names. Throws {@link KqlError} for the first thing that is wrong. */
export function parseQuery(query: string, database: KqlDatabase): Syntax {
  const tables = JSON.stringify(database.map(({ name, columns }) => [name, columns]));
  const key = `${query}\u0000${tables}`;
  const known = remembered.get(key) ?? parseAnew(query, database, tables);
  remember(remembered, key, known, mostRemembered);
  return known;
}

/** A query that was parsed, with those of its texts that may be others. */
interface Parsed {
  readonly query: string;
  readonly root: Syntax;
  readonly literals: readonly QueryLiteral[];
  /** Those that may be others. */
  readonly free: readonly QueryLiteral[];
}

/** The last query of its kind: of one question about one thing or another, whose ids are all that differs. */
const lastOfKind = new Map<string, Parsed>();

/** Most queries are asked again about something else: then what the parser said of the last one is taken over. */
function parseAnew(query: string, database: KqlDatabase, tables: string): Syntax {
  const literals = literalsOf(query);
  const key = `${aroundLiterals({ query, literals })}\u0000${tables}`;
  const last = lastOfKind.get(key);
  const free = last && sameButFor(last, query, literals);
  const root =
    last && free
      ? withLiterals(last.root, { query: last.query, literals: last.free }, { query, literals: free })
      : parseAfresh(query, database);
  remember(
    lastOfKind,
    key,
    { query, root, literals, free: free ?? opaqueLiterals(root, literals) },
    mostRemembered,
  );
  return root;
}

/** Where the free texts of a query are in another one of its kind; `undefined` where they differ in others too. */
function sameButFor(
  last: Parsed,
  query: string,
  literals: readonly QueryLiteral[],
): readonly QueryLiteral[] | undefined {
  const starts = new Set(last.free.map(({ start }) => start));
  const pairs = last.literals.map((one, at) => [one, literals[at] ?? one] as const);
  const isSame = pairs.every(
    ([one, other]) =>
      starts.has(one.start) || last.query.slice(one.start, one.end) === query.slice(other.start, other.end),
  );
  return isSame ? pairs.flatMap(([one, other]) => (starts.has(one.start) ? [other] : [])) : undefined;
}

/** By the parser, whatever was asked before. */
export function parseAfresh(query: string, database: KqlDatabase): Syntax {
  const kusto = loadKusto();
  const globals = globalsOf(
    kusto,
    database.flatMap(({ name, columns }) =>
      spellings(query, name).map((spelling) => ({ name: spelling, columns })),
    ),
  );
  const code = kusto.KustoCode.ParseAndAnalyze(query, globals);
  const root = toSyntax(code.Syntax, query, kindNames(kusto));
  const diagnostics = code.GetDiagnostics();
  for (let index = 0; index < diagnostics.Count; index += 1) {
    const diagnostic = diagnostics.getItem(index);
    const { Code, Message, Severity, Start, Length } = diagnostic;
    if (Severity === "Error" && !isTolerated(diagnostic, query, root)) {
      // KS0xx, "operator expected" and "incomplete fragment" are errors of grammar; the others are about names and types.
      const kind = /^KS(?:0|176|198)/.test(Code) ? "ParserFailure" : "InvalidQuery";
      throw new KqlError(kind, Message, query, { start: Start, length: Length });
    }
  }
  return root;
}

type TableSchema = Pick<KqlTable, "name" | "columns">;

/** What the binder knows of tables, by their schemas: it keeps what it found out about them, so that binding again is faster. */
const knownGlobals = new Map<string, KustoGlobals>();

function globalsOf(kusto: KustoLibrary, tables: readonly TableSchema[]): KustoGlobals {
  const key = JSON.stringify(tables.map(({ name, columns }) => [name, columns]));
  const known = knownGlobals.get(key);
  if (known) {
    return known;
  }
  if (knownGlobals.size >= mostRemembered) {
    knownGlobals.clear();
  }
  const symbols = tables.map(({ name, columns }) => tableSymbol(kusto, name, columns));
  const globals = kusto.GlobalState.Default.WithDatabase(
    new kusto.Symbols.DatabaseSymbol.$ctor1("graph", symbols),
  );
  knownGlobals.set(key, globals);
  return globals;
}

/** Table names are case-sensitive in Kusto and not in Resource Graph, so every spelling that the query uses is declared. */
function spellings(query: string, name: string): readonly string[] {
  return [...new Set([name, ...(query.match(new RegExp(`\\b${name}\\b`, "gi")) ?? [])])];
}

function tableSymbol(kusto: KustoLibrary, name: string, columns: readonly KqlColumn[]): KustoSymbol {
  // The brackets matter: an unquoted column called `kind` is a keyword, and swallows all columns after it.
  const schema = columns.map((column) => `['${column.name}']:${column.type}`).join(", ");
  return new kusto.Symbols.TableSymbol.$ctor7(name, `(${schema})`, null);
}

function kindNames(kusto: KustoLibrary): ReadonlyMap<number, string> {
  const entries = Object.entries(kusto.Syntax.SyntaxKind);
  return new Map(
    entries.flatMap(([name, value]) => (typeof value === "number" ? [[value, name] as const] : [])),
  );
}

function toSyntax(node: KustoNode, query: string, kinds: ReadonlyMap<number, string>): Syntax {
  const children: Syntax[] = [];
  for (let index = 0; index < node.ChildCount; index += 1) {
    const child = node.GetChild(index);
    if (child) {
      children.push(toSyntax(child, query, kinds));
    }
  }
  return {
    kind: kinds.get(node.Kind) ?? String(node.Kind),
    text: node.Text ?? query.slice(node.TextStart, node.TextStart + node.Width).trim(),
    start: node.TextStart,
    children,
    type: node.ResultType?.Name || undefined,
    columns: columnsOf(node.ResultType),
    literal: node.LiteralValue,
  };
}

const noColumns: readonly KqlColumn[] = [];

/** What was read of a symbol before: many nodes have the same. */
const knownColumns = new WeakMap<KustoSymbol, readonly KqlColumn[]>();

function columnsOf(symbol: KustoSymbol | null | undefined): readonly KqlColumn[] {
  if (!symbol?.Columns) {
    return noColumns;
  }
  const known = knownColumns.get(symbol) ?? readColumns(symbol.Columns);
  knownColumns.set(symbol, known);
  return known;
}

function readColumns(list: NonNullable<KustoSymbol["Columns"]>): readonly KqlColumn[] {
  const columns: KqlColumn[] = [];
  for (let index = 0; index < list.Count; index += 1) {
    const column = list.getItem(index);
    if (column) {
      // Where the binder gave up, and Resource Graph does not, anything may be in the column.
      const type = kqlTypes.find((name) => name === column.Type.Name) ?? "dynamic";
      columns.push({ name: column.Name, type });
    }
  }
  return columns;
}

/** The only child of a kind; throws when there is none, which the grammar rules out. */
export function childOf(node: Syntax, kind: string): Syntax {
  const child = findChild(node, kind);
  if (!child) {
    throw new Error(`${node.kind} has no ${kind}: ${node.text}`);
  }
  return child;
}

export function findChild(node: Syntax, kind: string): Syntax | undefined {
  return node.children.find((child) => child.kind === kind);
}

/** Elements of a comma-separated list. */
export function elements(list: Syntax | undefined): readonly Syntax[] {
  const separated = list?.children.filter(({ kind }) => kind === "SeparatedElement") ?? [];
  return separated.flatMap(({ children: [element] }) => (element ? [element] : []));
}

/** The last list among the children: lists of parameters such as hints come before it. */
export function mainList(node: Syntax): Syntax | undefined {
  return node.children.filter(({ kind }) => kind === "List").at(-1);
}

/** Whether the node is a keyword, operator sign or bracket. */
function isToken({ kind }: Syntax): boolean {
  return kind.endsWith("Token") || kind.endsWith("Keyword");
}

/** Children without operator signs, keywords and brackets. */
export function operands(node: Syntax): readonly Syntax[] {
  return node.children.filter((child) => !isToken(child));
}

/**
 * Loads the parser and has it build its grammar, which takes more than a second and does not depend on the query. The first
 * query after it takes as long as any other.
 */
export function warmUp(): void {
  parseQuery("resources | where id == ''", [
    { name: "resources", columns: [{ name: "id", type: "string" }], rows: [] },
  ]);
}
