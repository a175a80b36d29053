import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileOf, importsOf } from "../Support/importGraph";
import { readAllowances, readTable } from "../Support/importTable";
import { trackedFiles } from "../Support/trackedFiles";

/** The rules that keep the tree in order. Each must bite: a rule that does not is only a comment. */
interface Case {
  readonly file: string;
  readonly code: string;
}

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
}

const root = path.resolve(__dirname, "../..");

const table = readTable();
const rooms = Object.keys(table);

const isIn = (file: string, room: string) => file === room || file.startsWith(`${room}/`);
const roomOf = (file: string) => rooms.find((room) => isIn(file, room));
const sources = trackedFiles().filter(
  (file) =>
    /^(Client|Views|Extension)\//.test(file) && /\.(tsx?|[cm]js)$/.test(file) && !file.endsWith(".d.ts"),
);
const mayReach = (room: string, file: string) =>
  [room, ...(table[room] ?? [])].some((other) => isIn(file, other));

/** What the import rules say of each text, all texts in one run of ESLint. */
function complaints(cases: readonly Case[]): readonly (readonly Message[])[] {
  const text = execFileSync(process.execPath, [path.join(root, "Tests/Support/lintTexts.mjs")], {
    cwd: root,
    encoding: "utf8",
    input: JSON.stringify(cases),
    maxBuffer: 64e6,
  });
  const results = JSON.parse(text) as readonly (readonly Message[])[];
  return results.map((messages) =>
    messages.filter(({ ruleId }) => ruleId?.startsWith("import-x/") || ruleId?.startsWith("no-restricted")),
  );
}

test("every source file stands in one room, and every room of the table has files", () => {
  expect(sources.filter((file) => rooms.filter((room) => isIn(file, room)).length !== 1)).toEqual([]);
  expect(rooms.filter((room) => !sources.some((file) => isIn(file, room)))).toEqual([]);
});

test("the table says nothing that no one needs", () => {
  const found = arrows();
  const isUsed = ([room, other]: readonly [string, string]) =>
    found.some(([file, target]) => isIn(file, room) && isIn(target, other));
  // Every area stands on the same ground, used or not; a row for what is still to come allows nothing yet.
  const ground = /^Client\/(Core|Azure\/\w+)$/;
  const idle = readAllowances().filter(
    ({ entry, allows }) => !ground.test(entry) && allows.length > 0 && !allows.some(isUsed),
  );
  expect(idle.map(({ row, entry }) => `${row} -> ${entry}`)).toEqual([]);
});

test("every import of the tree is in the table", () => {
  const wrong = arrows().filter(([file, target]) => !mayReach(roomOf(file) ?? "", target));
  expect(wrong.map((arrow) => arrow.join(" -> "))).toEqual([]);
});

/** `[file, what it imports]`, packages aside. */
function arrows(): readonly (readonly [string, string])[] {
  return sources.flatMap((file) =>
    importsOf(file, readFileSync(path.join(root, file), "utf8")).flatMap((specifier) => {
      const target = fileOf(root, file, specifier);
      return target === undefined ? [] : [[file, target] as const];
    }),
  );
}

/** A text that imports one file of each room, a line each. */
function importingAll(file: string, targets: readonly string[]): Case {
  const from = (target: string) =>
    path.relative(path.dirname(file), target.replace(/\.\w+$/, "")).replace(/^(?!\.)/, "./");
  return { file, code: targets.map((target) => `import "${from(target)}";`).join("\n") };
}

/** From each room a file, and all that it must not and may import: one file of every other room. */
const pairs = rooms.map((room) => {
  const own = sources.find((file) => isIn(file, room)) ?? "";
  const others = rooms.filter((other) => other !== room);
  const forbidden = others.flatMap(
    (other) => sources.find((file) => isIn(file, other) && !mayReach(room, file)) ?? [],
  );
  const allowed = others.flatMap(
    (other) => sources.find((file) => isIn(file, other) && mayReach(room, file)) ?? [],
  );
  return { room, own, forbidden: [...forbidden, "Tests/Support/trackedFiles.ts"], allowed };
});

let refused: readonly (readonly Message[])[] = [];
let passed: readonly (readonly Message[])[] = [];
let rest: readonly (readonly Message[])[] = [];

beforeAll(() => {
  const said = complaints([
    ...pairs.map(({ own, forbidden }) => importingAll(own, forbidden)),
    ...pairs.map(({ own, allowed }) => importingAll(own, allowed)),
    ...others.map(([file, code]) => ({ file, code })),
  ]);
  refused = said.slice(0, pairs.length);
  passed = said.slice(pairs.length, 2 * pairs.length);
  rest = said.slice(2 * pairs.length);
});

test.each(pairs.map(({ room, forbidden }, index) => [room, forbidden, index] as const))(
  "%s is refused whatever the table does not allow it",
  (_room, forbidden, index) => {
    const lines = new Set(refused[index]?.map(({ line }) => line));
    expect(forbidden.filter((_target, at) => !lines.has(at + 1))).toEqual([]);
  },
);

test.each(pairs.map(({ room }, index) => [room, index] as const))(
  "%s may import what the table allows",
  (_room, index) => expect(passed[index]).toEqual([]),
);

const importing = (source: string) => `import * as it from "${source}";\nexport { it };\n`;

/** `[file, text]`: packages, globals, and files outside of every room. */
const others: readonly (readonly [string, string])[] = [
  ["Client/Core/armId.ts", importing("react")],
  ["Client/Core/armId.ts", importing("@azure/core-rest-pipeline")],
  ["Client/Azure/Pipeline/azure.ts", importing("@microsoft/azureportal-reactview/Ajax")],
  ["Client/Alerts/alertFromRow.ts", importing("@azure/arm-security")],
  ["Client/services.ts", importing("@fluentui/react")],
  ["Views/Kit/Screens/screen.ts", importing("@azure/arm-resourcegraph")],
  ["Views/Features/Policy/usePolicy.ts", 'import { useQuery } from "@tanstack/react-query";'],
  ["Views/Kit/Grid/FindingsGrid.tsx", 'import { useQueries } from "@tanstack/react-query";'],
  ["Views/Dashboard/Dashboard.tsx", 'import { useMutation } from "@tanstack/react-query";'],
  ["Views/Tabs/Alerts/alertsTab.tsx", importing("@microsoft/azureportal-reactview/Az")],
  ["Views/SecurityDashboard.ReactView.tsx", importing("@azure/arm-security")],
  ["Extension/LocalPortal/Server/portalServers.ts", importing("@azure/identity")],
  ["Client/Azure/Pipeline/azure.ts", importing("@azure/identity")],
  ["Views/Kit/Screens/screen.ts", "export const x = window.location.href;"],
  ["Views/Kit/Screens/screen.ts", "export const x = fetch('/');"],
  ["Views/Kit/Screens/screen.ts", "export const x = localStorage.length;"],
  ["Views/Kit/Screens/screen.ts", "export const x = window.localStorage.length;"],
  ["Views/Kit/Screens/screen.ts", "export const x = window.sessionStorage.length;"],
  ["Client/Azure/Pipeline/arm.ts", "export const x = window.name;"],
  ["Client/Stray/stray.ts", importing("../Core/json")],
  ["Views/Features/Stray/stray.ts", importing("../../Kit/Model/loadable")],
  ["Extension/stray.ts", importing("./CommandLine/commandLine")],
];

test.each(others.map(([file, code], index) => [file, code, index] as const))(
  "%s must not have: %s",
  (_file, _code, index) => expect(rest[index]).not.toEqual([]),
);
