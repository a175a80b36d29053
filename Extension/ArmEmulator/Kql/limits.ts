import type { Compilation } from "./compilation";
import type { Syntax } from "./syntax";

/** How often Resource Graph allows an operator in one query. */
const limits: readonly { readonly kinds: readonly string[]; readonly most: number; readonly name: string }[] =
  [
    { kinds: ["JoinOperator", "UnionOperator"], most: 3, name: "join and union" },
    { kinds: ["MvExpandOperator"], most: 3, name: "mv-expand" },
  ];

/** Throws for a query that exceeds a limit of Resource Graph, naming the first operator beyond it. */
export function checkLimits(root: Syntax, compilation: Compilation): void {
  for (const { kinds, most, name } of limits) {
    const excess = occurrences(root, kinds)[most];
    if (excess) {
      throw compilation.refuse(excess, `A query may have at most ${most} ${name} operators.`);
    }
  }
}

function occurrences(node: Syntax, kinds: readonly string[]): readonly Syntax[] {
  const inside = node.children.flatMap((child) => occurrences(child, kinds));
  return kinds.includes(node.kind) ? [...inside, node] : inside;
}
