export const kqlTypes = [
  ...([
    "string",
    "long",
    "int",
    "real",
    "decimal",
    "bool",
    "datetime",
    "timespan",
    "guid",
    "dynamic",
  ] as const),
] as const;

export type KqlType = (typeof kqlTypes)[number];

export interface KqlColumn {
  readonly name: string;
  readonly type: KqlType;
}

/**
 * A row by column name. Inside the engine a `datetime` is a `Date`, a `timespan` a number of milliseconds, `dynamic` is plain
 * JSON, and null is `null`; a `string` is never null.
 */
export type KqlRow = Readonly<Record<string, unknown>>;

export interface KqlTable {
  /** Compared without regard to letter case, as Resource Graph does. */
  readonly name: string;
  readonly columns: readonly KqlColumn[];
  readonly rows: readonly KqlRow[];
  /** Those whose column `type` is one of these, in lower case, in any letter case, in their order; absent: they are looked for among all. */
  readonly rowsOfTypes?: (types: ReadonlySet<string>) => readonly KqlRow[];
}

export type KqlDatabase = readonly KqlTable[];
