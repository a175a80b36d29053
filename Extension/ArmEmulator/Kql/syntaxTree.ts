import type { KqlColumn } from "./table";

/** A node of the query's syntax tree, as Microsoft's parser bound it. */
export interface Syntax {
  /** Name of the parser's `SyntaxKind`, for example `FilterOperator`. */
  readonly kind: string;
  /** The node as written, without surrounding white space. */
  readonly text: string;
  readonly start: number;
  readonly children: readonly Syntax[];
  /** Name of the type of an expression, `string` for example; `undefined` where there is none. */
  readonly type: string | undefined;
  /** Columns of what a tabular node yields, named and typed by the binder. */
  readonly columns: readonly KqlColumn[];
  /** Value of a literal: texts unescaped, numbers and dates in the parser's own types. */
  readonly literal: unknown;
}
