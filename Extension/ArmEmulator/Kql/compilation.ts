import { KqlError } from "./kqlError";
import type { Syntax } from "./syntaxTree";
import type { KqlDatabase } from "./table";

/** What compiling one query needs to know. */
export interface Compilation {
  readonly query: string;
  readonly database: KqlDatabase;
  /** The moment that `now()` stands for. */
  readonly now: Date;
  /** The error for something that is good Kusto and not part of Resource Graph. */
  refuse(node: Syntax, message: string): KqlError;
}

export function createCompilation(query: string, database: KqlDatabase, now: Date): Compilation {
  return {
    query,
    database,
    now,
    refuse: (node, message) =>
      new KqlError("InvalidQuery", message, query, { start: node.start, length: node.text.length }),
  };
}
