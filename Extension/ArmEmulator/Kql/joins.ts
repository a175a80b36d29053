import { expandRows } from "./bounds";
import type { Compilation } from "./compilation";
import { compileExpression, nameOf, type Expression } from "./expression";
import { rowOf, type PipeRow } from "./rows";
import type { Syntax } from "./syntaxTree";
import { childOf, elements, findChild, mainList, operands } from "./syntax";
import type { KqlColumn } from "./table";
import { groupKey, isNull } from "./values";

const joinKinds = [
  "innerunique",
  "inner",
  "leftouter",
  "rightouter",
  "fullouter",
  "leftsemi",
  "leftanti",
  "rightsemi",
  "rightanti",
] as const;

type JoinKind = (typeof joinKinds)[number];

interface Side {
  readonly rows: readonly PipeRow[];
  readonly columns: readonly KqlColumn[];
}

interface Keys {
  readonly left: Expression;
  readonly right: Expression;
}

/** Compiles `join`. The right side has its own pipe, which the caller has compiled. */
export function compileJoin(
  node: Syntax,
  compilation: Compilation,
): (left: Side, right: Side) => readonly PipeRow[] {
  const kind = joinKind(node, compilation);
  const keys = elements(mainList(childOf(node, "JoinOnClause"))).map((element) =>
    keysOf(element, compilation),
  );
  const keyOf = (side: keyof Keys) => (row: PipeRow) => {
    const values = keys.map((key) => key[side](row));
    return values.some(isNull) ? undefined : values.map(groupKey).join("\u0000");
  };
  return (left, right) => joinRows(kind, node.columns, left, right, keyOf("left"), keyOf("right"));
}

function joinKind(node: Syntax, compilation: Compilation): JoinKind {
  const parameter = findChild(node, "List")?.children.find((child) => /^kind\s*=/i.test(child.text));
  if (!parameter) {
    return "innerunique";
  }
  const written = parameter.text.replace(/^kind\s*=\s*/i, "").trim();
  const kind = joinKinds.find((name) => name === written);
  if (!kind) {
    throw compilation.refuse(parameter, `Join kind '${written}' is not supported by Resource Graph.`);
  }
  return kind;
}

/** `on id`, or `on $left.a == $right.b` in either order. */
function keysOf(element: Syntax, compilation: Compilation): Keys {
  if (element.kind === "NameReference") {
    const value = compileExpression(element, compilation);
    return { left: value, right: value };
  }
  const sides = new Map(
    operands(element).map((side) => {
      const [table, column] = operands(side);
      const name = column ? nameOf(column) : "";
      const read: Expression = (row) => row[name];
      return [table?.text ?? "", read] as const;
    }),
  );
  const [left, right] = [sides.get("$left"), sides.get("$right")];
  if (element.kind !== "EqualExpression" || !left || !right) {
    throw compilation.refuse(element, `Join condition '${element.text}' is not supported by Resource Graph.`);
  }
  return { left, right };
}

type KeyOf = (row: PipeRow) => string | undefined;

function joinRows(
  kind: JoinKind,
  columns: readonly KqlColumn[],
  left: Side,
  right: Side,
  leftKey: KeyOf,
  rightKey: KeyOf,
): readonly PipeRow[] {
  const cells = (side: Side, row: PipeRow | undefined, before: unknown[] = []) => {
    for (const { name } of side.columns) {
      before.push(row?.[name]);
    }
    return before;
  };
  const both = (one: PipeRow | undefined, other: PipeRow | undefined) =>
    rowOf(columns, cells(right, other, cells(left, one)));
  const onlyLeft = (row: PipeRow) => rowOf(columns, cells(left, row));
  const onlyRight = (row: PipeRow) => rowOf(columns, cells(right, row));
  const rightByKey = grouped(right.rows, rightKey);
  const leftByKey = grouped(left.rows, leftKey);
  const matches = (key: string | undefined, rows: ReadonlyMap<string, readonly PipeRow[]>) =>
    key === undefined ? [] : (rows.get(key) ?? []);
  const inner = (rows: readonly PipeRow[]) =>
    expandRows(rows, (row) => matches(leftKey(row), rightByKey), both);
  const hasRight = (row: PipeRow) => matches(leftKey(row), rightByKey).length > 0;
  const hasLeft = (row: PipeRow) => matches(rightKey(row), leftByKey).length > 0;
  const leftAlone = () => left.rows.filter((row) => !hasRight(row));
  const rightAlone = () => right.rows.filter((row) => !hasLeft(row));
  const leftFilled = () => leftAlone().map((row) => both(row, undefined));
  const rightFilled = () => rightAlone().map((row) => both(undefined, row));
  const byKind: Readonly<Record<JoinKind, () => readonly PipeRow[]>> = {
    innerunique: () => inner([...leftByKey.values()].flatMap((rows) => rows.slice(0, 1))),
    inner: () => inner(left.rows),
    leftouter: () => [...inner(left.rows), ...leftFilled()],
    rightouter: () => [...inner(left.rows), ...rightFilled()],
    fullouter: () => [...inner(left.rows), ...leftFilled(), ...rightFilled()],
    leftsemi: () => left.rows.filter(hasRight).map(onlyLeft),
    leftanti: () => leftAlone().map(onlyLeft),
    rightsemi: () => right.rows.filter(hasLeft).map(onlyRight),
    rightanti: () => rightAlone().map(onlyRight),
  };
  return byKind[kind]();
}

function grouped(rows: readonly PipeRow[], keyOf: KeyOf): ReadonlyMap<string, readonly PipeRow[]> {
  const groups = new Map<string, PipeRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) {
      const group = groups.get(key) ?? [];
      group.push(row);
      groups.set(key, group);
    }
  }
  return groups;
}
