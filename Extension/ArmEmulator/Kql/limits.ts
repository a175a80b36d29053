import type { Compilation } from "./compilation";
import { nameOf } from "./expression";
import { KqlError } from "./kqlError";
import type { Syntax } from "./syntaxTree";
import { childOf, elements, mainList, operands } from "./syntax";

/** How many joins, `mv-expand` and legs of unions Resource Graph takes in one query, as its documentation says. */
const most = 3;

/** Throws for a query that exceeds a limit of Resource Graph, naming the first operator beyond it. */
export function checkLimits(root: Syntax, compilation: Compilation): void {
  const joins = occurrences(root, "JoinOperator");
  refuseExcess(joins, "join operators", compilation);
  refuseExcess(occurrences(root, "MvExpandOperator"), "mv-expand operators", compilation);
  refuseExcess(unionLegs(root), "union legs", compilation);
  checkRemoteTables(root, joins, compilation);
}

function refuseExcess(found: readonly Syntax[], name: string, compilation: Compilation): void {
  const excess = found[most];
  if (excess) {
    throw compilation.refuse(excess, `A query may have at most ${most} ${name}.`);
  }
}

/** The operands of all unions, the table that is piped into the first one included. */
function unionLegs(root: Syntax): readonly Syntax[] {
  const piped = occurrences(root, "PipeExpression").find(
    (pipe) => operands(pipe)[1]?.kind === "UnionOperator",
  );
  const legs = occurrences(root, "UnionOperator").flatMap((union) => elements(mainList(union)));
  return piped ? [piped, ...legs] : legs;
}

/**
 * A table that is not the query's own may be on the right side of one join alone. Microsoft does not document it; people report
 * the error of that name.
 */
function checkRemoteTables(root: Syntax, joins: readonly Syntax[], compilation: Compilation): void {
  const [statement = root] = elements(mainList(root));
  const own = tableOf(operands(statement)[0] ?? statement);
  const seen = new Set<string>();
  for (const join of joins) {
    const table = tableOf(childOf(join, "ParenthesizedExpression"));
    if (table !== undefined && table !== own && seen.has(table)) {
      throw new KqlError(
        "DisallowedMaxNumberOfRemoteTables",
        `Table '${table}' is on the right side of more than one join.`,
        compilation.query,
        { start: join.start, length: join.text.length },
      );
    }
    seen.add(table ?? "");
  }
}

/** Name of the table that a tabular expression starts from, in lower case; `undefined` where it starts from none. */
function tableOf(node: Syntax): string | undefined {
  switch (node.kind) {
    case "NameReference":
      return nameOf(node).toLowerCase();
    case "ParenthesizedExpression":
    case "PipeExpression": {
      const [first] = operands(node);
      return first && tableOf(first);
    }
    default:
      return undefined;
  }
}

/** In the order of the text. */
function occurrences(node: Syntax, kind: string): readonly Syntax[] {
  const inside = node.children.flatMap((child) => occurrences(child, kind));
  return node.kind === kind ? [...inside, node] : inside;
}
