import { expandRows } from "./bounds";
import type { Compilation } from "./compilation";
import { compileExpression, nameOf, type Expression } from "./expression";
import { rowOf } from "./rows";
import type { Syntax } from "./syntaxTree";
import { childOf, elements, findChild, mainList, operands } from "./syntax";
import type { KqlColumn, KqlRow } from "./table";
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
  readonly rows: readonly KqlRow[];
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
): (left: Side, right: Side) => readonly KqlRow[] {
  const kind = joinKind(node, compilation);
  const keys = elements(mainList(childOf(node, "JoinOnClause"))).map((element) =>
    keysOf(element, compilation),
  );
  const keyOf = (side: keyof Keys) => (row: KqlRow) => {
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

type KeyOf = (row: KqlRow) => string | undefined;

function joinRows(
  kind: JoinKind,
  columns: readonly KqlColumn[],
  left: Side,
  right: Side,
  leftKey: KeyOf,
  rightKey: KeyOf,
): readonly KqlRow[] {
  const cells = (side: Side, row: KqlRow | undefined) => side.columns.map(({ name }) => row?.[name]);
  const both = (one: KqlRow | undefined, other: KqlRow | undefined) =>
    rowOf(columns, [...cells(left, one), ...cells(right, other)]);
  const onlyLeft = (row: KqlRow) => rowOf(columns, cells(left, row));
  const onlyRight = (row: KqlRow) => rowOf(columns, cells(right, row));
  const rightByKey = grouped(right.rows, rightKey);
  const leftByKey = grouped(left.rows, leftKey);
  const matches = (key: string | undefined, rows: ReadonlyMap<string, readonly KqlRow[]>) =>
    key === undefined ? [] : (rows.get(key) ?? []);
  const inner = (rows: readonly KqlRow[]) =>
    expandRows(rows, (row) => matches(leftKey(row), rightByKey), both);
  const hasRight = (row: KqlRow) => matches(leftKey(row), rightByKey).length > 0;
  const hasLeft = (row: KqlRow) => matches(rightKey(row), leftByKey).length > 0;
  const leftAlone = () => left.rows.filter((row) => !hasRight(row));
  const rightAlone = () => right.rows.filter((row) => !hasLeft(row));
  const leftFilled = () => leftAlone().map((row) => both(row, undefined));
  const rightFilled = () => rightAlone().map((row) => both(undefined, row));
  const byKind: Readonly<Record<JoinKind, () => readonly KqlRow[]>> = {
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

function grouped(rows: readonly KqlRow[], keyOf: KeyOf): ReadonlyMap<string, readonly KqlRow[]> {
  const groups = new Map<string, KqlRow[]>();
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
