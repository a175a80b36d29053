import { parseQuery } from "./syntax";

/**
 * Loads the parser and has it build its grammar, which takes more than a second and does not depend on the query. The first
 * query after it takes as long as any other.
 */
export function warmUp(): void {
  parseQuery("resources | where id == ''", [
    { name: "resources", columns: [{ name: "id", type: "string" }], rows: [] },
  ]);
}
