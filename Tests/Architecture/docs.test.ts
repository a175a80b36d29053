import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import packageFile from "../../package.json";
import { scenarioNames } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { CommandSpec } from "../../Extension/CommandLine/commandLine";
import { sideloadSpec } from "../../Extension/LocalPortal/Sideload/runSideload";
import { armSpec, doctorSpec, reportSpec, startSpec } from "../../Extension/Program/commands";
import { buildSpecs } from "../../Extension/build/buildSpecs";
import { readManifest } from "../../Extension/build/extensionManifest";
import { portalFiles } from "../../Extension/build/portalFiles";
import { readStrings } from "../../Extension/build/portalStrings";
import { isAtLeast } from "../../Extension/Doctor/machineChecks";
import { conformanceSpec } from "../Conformance/Live/liveFlags";
import {
  bannedWords,
  brokenReferences,
  names,
  reachable,
  stiffWords,
  type Surroundings,
} from "../Support/documents";
import { toolSpecs } from "../Support/toolSpecs";
import { readTable } from "../Support/importTable";
import { root, trackedFiles } from "../Support/trackedFiles";

/** Documents say what is there, briefly. */
const tracked = trackedFiles();
const documents = tracked.filter((file) => file.endsWith(".md"));
const readmes = documents.filter((file) => path.basename(file) === "README.md");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const linesOf = (file: string) => read(file).trimEnd().split("\n").length;

const table = readTable();
const manifest = readManifest(root);
const generated = portalFiles(manifest, readStrings(root, manifest.stringSource));

const flagsOf = ({ flags, port }: CommandSpec) => [
  "help",
  ...flags.map(({ name }) => name),
  ...(port === undefined ? [] : ["port"]),
];
/** `PACKAGE.md` is the README of the package, which has the pictures beside it. */
const besidePackageReadme = ["light", "dark"].map((theme) => `Extension/Program/dashboard-${theme}.webp`);
const around: Surroundings = {
  files: [...tracked, ...generated.map(([file]) => file), ...besidePackageReadme],
  scripts: Object.keys(packageFile.scripts),
  flags: {
    "npm start": flagsOf(startSpec),
    "npm run sideload": flagsOf(sideloadSpec),
    "npm run arm": flagsOf(armSpec),
    "npm run report": flagsOf(reportSpec),
    "npm run soak": flagsOf(toolSpecs.soak),
    "npm run doctor": flagsOf(doctorSpec),
    "npm run conformance": flagsOf(conformanceSpec),
    "npm run check": flagsOf(toolSpecs.check),
    "npm run build": flagsOf(buildSpecs.build),
  },
};

test("README.md is a page, and that of a room half of one", () => {
  expect(readmes.length).toBeGreaterThan(10);
  expect(linesOf("README.md")).toBeLessThanOrEqual(90);
  expect(readmes.filter((file) => file !== "README.md" && linesOf(file) > 40)).toEqual([]);
});

test.each(documents)("%s names only what exists, in plain words", (file) => {
  expect(brokenReferences(file, read(file), around)).toEqual([]);
  expect([...bannedWords(read(file)), ...stiffWords(read(file))]).toEqual([]);
});

test.each([
  ["README.md", "Views/Dashboard/"],
  ["Extension/Program/PACKAGE.md", ""],
])("%s has a picture of the product, light and dark, kept small", (file, folder) => {
  const picture = /<picture>[^]*<\/picture>/.exec(read(file))?.[0] ?? "";
  expect(picture).toContain(`media="(prefers-color-scheme: dark)" srcset="${folder}dashboard-dark.webp"`);
  expect(picture).toMatch(new RegExp(`<img alt="[^"]{20,}" src="${folder}dashboard-light.webp"`));
  for (const theme of ["light", "dark"]) {
    const { size } = statSync(path.join(root, `Views/Dashboard/dashboard-${theme}.webp`));
    expect(size).toBeGreaterThan(20_000);
    expect(size).toBeLessThanOrEqual(120_000);
  }
});

test("every document can be found from README.md", () => {
  const found = reachable("README.md", read);
  const alone = documents.filter((file) => !found.has(file));
  expect(alone).toEqual([]);
});

test("every room is named by the README next to it or above it", () => {
  const rooms = Object.keys(table).filter((room) => path.extname(room) === "");
  const unnamed = rooms.filter((room) => {
    const parts = room.split("/");
    const depth = parts.findLastIndex((_, at) =>
      readmes.includes([...parts.slice(0, at + 1), "README.md"].join("/")),
    );
    const below = parts[depth + 1];
    const readme = read([...parts.slice(0, depth + 1), "README.md"].join("/"));
    return below !== undefined && !names(readme, below);
  });
  expect(unnamed).toEqual([]);
});

/** Rooms whose README is a guide for those who use them. */
const guides = [
  "Extension/LocalPortal/AzureMode",
  "Extension/LocalPortal/Sideload",
  "Extension/Program",
  "Extension/build",
];
const explained = Object.keys(table).filter((room) => path.extname(room) === "" && !guides.includes(room));
const kit = trackedFiles("Views/Kit/*/README.md").map((file) => path.dirname(file));

test.each([...explained, "Views/Tabs", ...kit])("%s says what it's for, and where to start", (room) => {
  const text = read(`${room}/README.md`);
  const starts = [...(text.split("Start with").at(1) ?? "").matchAll(/`([^`]+\.tsx?)`/g)];
  const files = starts.map(([, file = ""]) => `${room}/${file}`);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !tracked.includes(file))).toEqual([]);
  expect(text.split("\n\n")[1]).toMatch(/^[A-Z].{20}/);
});

test.each(explained)("%s/README.md says what the room may import, as the table does", (room) => {
  const [, said = ""] = /^\*\*Imports\*\*: ([^]*?)\n\n/m.exec(read(`${room}/README.md`)) ?? [];
  const named = [...said.matchAll(/`([^`]+)`/g)].map(([, other]) => other);
  expect(named).toEqual(table[room]);
  expect(said === "nothing.").toBe(named.length === 0);
});

test("no room of the kit with eight files or more is without one", () => {
  const sizes = new Map<string, number>();
  for (const file of trackedFiles("Views/Kit/*/*.ts*")) {
    sizes.set(path.dirname(file), (sizes.get(path.dirname(file)) ?? 0) + 1);
  }
  const large = [...sizes].filter(([, files]) => files >= 8).map(([room]) => room);
  expect(large.filter((room) => !kit.includes(room))).toEqual([]);
});

test("every scenario is listed where scenarios are explained", () => {
  const listed = read("Extension/LocalPortal/README.md");
  expect(scenarioNames.filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
});

test.each([
  ["npm start", startSpec],
  ["npm run sideload", sideloadSpec],
])("every flag of %s is explained", (_, spec: CommandSpec) => {
  const pages = documents.filter((file) => file.startsWith("Extension/LocalPortal/")).map(read);
  expect(
    flagsOf(spec)
      .filter((flag) => flag !== "help")
      .filter((flag) => !pages.some((page) => page.includes(`\`--${flag}`))),
  ).toEqual([]);
});

test("every recipe names the test that executes it", () => {
  const recipes = read("CONTRIBUTING.md")
    .split(/^## /m)
    .filter((part) => part.startsWith("Recipe: "));
  expect(recipes.length).toBeGreaterThanOrEqual(4);
  expect(recipes.filter((recipe) => !/^Executed by `Tests\/[\w/]+\.test\.tsx?`/m.test(recipe))).toEqual([]);
});

describe("what is proved of a load in the portal", () => {
  const rows = read("Extension/build/PortalLoad.md")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| step "))
    .map((line) => line.split("|").slice(1, -1))
    .filter(([step = ""]) => !/^ -+ $/.test(step));

  test("is proved by tests that are there", () => {
    const proofs = rows.flatMap(([, proved = ""]) =>
      [...proved.matchAll(/`((?:Unit|Contract|Views|Architecture|EndToEnd)\/[\w/]+)`/g)].map(
        ([, name = ""]) => name,
      ),
    );
    expect(proofs.length).toBeGreaterThan(rows.length);
    const endings = ["test.ts", "test.tsx", "spec.ts"];
    expect(
      proofs.filter((name) => !endings.some((ending) => tracked.includes(`Tests/${name}.${ending}`))),
    ).toEqual([]);
  });

  test("stands beside what is inferred and unknown, with a proof in each row but that of Microsoft's own register", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.length !== 4).map(([step]) => step)).toEqual([]);
    expect(rows.filter(([, proved = ""]) => !proved.includes("`")).map(([step = ""]) => step.trim())).toEqual(
      ["The extension is registered"],
    );
    expect(rows.filter(([, , , unknown = ""]) => unknown.trim() === "").map(([step]) => step)).toEqual([]);
  });
});

test("license, versions and formatting are said once and the same everywhere", () => {
  expect(read("LICENSE").startsWith(`${packageFile.license} License\n`)).toBe(true);
  expect(read("CHANGELOG.md")).toContain(packageFile.version);
  expect(isAtLeast(read(".nvmrc").trim(), packageFile.engines.node.replace(/[^\d.]/g, ""))).toBe(true);
  const { printWidth } = JSON.parse(read(".prettierrc.json")) as { readonly printWidth: number };
  expect(read(".editorconfig")).toContain(`max_line_length = ${printWidth}\n`);
});

describe("what would be wrong is noticed", () => {
  test.each([
    ["[a](Client/Gone.md)", "Client/Gone.md"],
    ['<img src="gone.webp">', "gone.webp"],
    ["`Client/Domain/armId.ts`", "Client/Domain/armId.ts"],
    ["`LocalPortal/Server/pageAccess.ts`", "LocalPortal/Server/pageAccess.ts"],
    ["`Unit/AzureMode/gate`", "Unit/AzureMode/gate"],
    ["`Client/Governance/<noun>.ts`", "Client/Governance/<noun>.ts"],
    ["`gone.ts`", "gone.ts"],
    ["| `Governance`, `Client` | owners |", "Governance"],
    ["```\nnpm run gone\n```", "npm run gone"],
    ["`npm start -- --wrold busy`", "npm start -- --wrold"],
    ["```\nnpm start -- --cluster $(az x --name y) --mpac\n```", "npm start -- --mpac"],
  ])("%j", (text, problem) => {
    expect(brokenReferences("README.md", text, around)).toEqual([problem]);
  });

  test.each([
    "[a](Client/Core/README.md#b) [b](https://aka.ms/x) `Client/Core/armId.ts` `Client/<Noun>/` `armId.ts`",
    "`npm start -- --scenario huge --port 0` `Unit/Core/armUrl` `az rest` `Microsoft.Security/alerts/read`",
    "`dist/portal` `@azure/identity` `../shared/data` `require.config.json`",
  ])("%j is fine", (text) => expect(brokenReferences("README.md", text, around)).toEqual([]));

  test.each([
    ["Nobody shall mend it.", ["Nobody", "shall", "mend"]],
    ["Switch the plan on, please.", ["Switch the plan on", "please"]],
    ["The amendment of an American e-mail", ["e-mail"]],
    ["`nobody` [x](http://please)\n\n```\nshall\n```\n", []],
  ])("%j", (text, words) => expect(bannedWords(text)).toEqual(words));

  test("a document that nothing links to, and a room that isn't named", () => {
    const tree: Readonly<Record<string, string>> = { "A.md": "[b](x/B.md)", "x/B.md": "[a](../A.md)" };
    expect([...reachable("A.md", (file) => tree[file] ?? "")]).toEqual(["A.md", "x/B.md"]);
    expect([names("| `Kql` |", "Kql"), names("[Kql](Kql/README.md)", "Kql"), names("Kql", "Kql")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
