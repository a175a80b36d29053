import { expect, test } from "@playwright/test";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readManifest } from "../../../Extension/build/extensionManifest";
import { moduleNames } from "../../../Extension/build/moduleNames";
import { portalOutput, root } from "../../../Extension/build/outputs";
import { runPortalBuild } from "../../../Extension/build/runPortalBuild";
import { copyOfTree } from "../../Support/copyOfTree";

/** `npm run build:portal` on a copy of the tree with one thing broken: each check has to be part of the build itself. */
async function buildBroken(breakIt: (at: (file: string) => string) => void): Promise<string> {
  const tree = copyOfTree();
  const output = path.join(tree.folder, "built");
  breakIt((file) => path.join(tree.folder, file));
  try {
    await runPortalBuild({ tree: tree.folder, output });
    return "built";
  } catch (error) {
    // Nothing that looks like a whole build is left.
    expect(existsSync(path.join(output, "extension.config.json"))).toBe(false);
    return error instanceof Error ? error.message : String(error);
  } finally {
    tree.remove();
  }
}

const view = "Views/PlanSettings.ReactView.tsx";

function replaced(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

const breaks: readonly (readonly [
  what: string,
  breakIt: Parameters<typeof buildBroken>[0],
  // A build ends with everything that is wrong, each in a line of its own.
  ...problems: readonly RegExp[],
])[] = [
  [
    "a *.dx.json that breaks the schema",
    (at) => writeFileSync(at("Views/Broken.dx.json"), '{ "assetType": {} }'),
    /^Views\/Broken\.dx\.json/,
  ],
  [
    "a *.dx.json that isn't JSON",
    (at) => writeFileSync(at("Extension/Portal/Broken.dx.json"), "{"),
    /^Extension\/Portal\/Broken\.dx\.json isn't JSON\.$/,
  ],
  [
    "a declaration of AKS' asset type as ours",
    (at) =>
      writeFileSync(
        at("Views/Theirs.dx.json"),
        JSON.stringify({
          assetType: {
            name: "Cluster",
            resourceType: {
              name: "Microsoft.ContainerService/managedClusters",
              apiVersion: "2024-01-01",
            },
          },
        }),
      ),
    /^Views\/Theirs\.dx\.json: the asset type Microsoft\.ContainerService\/managedClusters is another team's/,
  ],
  [
    "an extension.dx.json",
    (at) => writeFileSync(at("Extension/extension.dx.json"), '{ "extension": { "name": "A" } }'),
    /^Extension\/extension\.dx\.json: extension\.config\.json declares the extension/,
  ],
  [
    "a view that isn't declared as the toolchain reads it",
    (at) => replaced(at(view), "const PlanSettings: React.FC<PlanSettingsProps> =", "const PlanSettings ="),
    /^Views\/PlanSettings\.ReactView\.tsx: PlanSettings must be declared as const View/,
  ],
  [
    "a view with a parameter of another type",
    (at) => replaced(at(view), "scope?: string;\n  start", "scope?: string | undefined;\n  start"),
    /^Views\/PlanSettings\.ReactView\.tsx: the parameter scope must be a string/,
  ],
  [
    "what neither Fluent nor the SDK is known to export, and code made of text, all at once",
    (at) =>
      appendFileSync(
        at(view),
        'import { Lately } from "@fluentui/react";\n' +
          'import { hasPermission } from "@microsoft/azureportal-reactview/Az";\n' +
          'console.info(Lately, hasPermission);\neval("1");\n',
      ),
    /@fluentui\/react 8\.114\.4, which the portal has, doesn't export Lately/,
    /Az is not known to export hasPermission/,
    /PlanSettings\.ReactView\.js calls eval/,
  ],
  [
    "a use of Fluent as a whole",
    (at) => appendFileSync(at(view), 'import * as All from "@fluentui/react";\nconsole.info(All);\n'),
    /@fluentui\/react is used as a whole/,
  ],
  [
    "a menu item without its text",
    (at) =>
      replaced(at("ExtensionManifest.json"), '"keywords": "defenderForCloudKeywords"', '"keywords": "gone"'),
    /ExtensionManifest\.json: there is no text gone/,
  ],
  [
    "a translation of a text that is gone",
    (at) => {
      mkdirSync(at("Locales/de"), { recursive: true });
      writeFileSync(at("Locales/de/Manifest.resjson"), '{ "Manifest.gone": "Weg" }');
    },
    /no text Manifest\.gone/,
  ],
  [
    "two enums of texts with one name",
    (at) => writeFileSync(at("Views/Again.resjson.ts"), 'export enum Settings {\n  title = "Again",\n}\n'),
    /has texts called Settings, and so has another file/,
  ],
];

for (const [what, breakIt, ...problems] of breaks) {
  test(`the build fails for ${what}`, async () => {
    const said = await buildBroken(breakIt);
    for (const problem of problems) {
      expect(said).toMatch(problem);
    }
  });
}

test("the copy itself builds, to the same files", async () => {
  const tree = copyOfTree();
  const output = path.join(tree.folder, "built");
  await runPortalBuild({ tree: tree.folder, output });
  const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  expect(filesIn(output)).toEqual(filesIn(portalOutput));
  tree.remove();
});

test("a whole build has no module but the views and their data fetchers, and asks the loader for nothing later", async () => {
  const output = mkdtempSync(path.join(tmpdir(), "whole-"));
  await runPortalBuild({ output, isWhole: true });
  const modules = path.join(output, "modules");
  const made = readdirSync(modules).filter((file) => file.endsWith(".js"));
  expect(made.sort()).toEqual(
    moduleNames(readManifest(root), true)
      .map((name) => `${name}.js`)
      .sort(),
  );
  const read = (file: string) => readFileSync(path.join(modules, file), "utf8");
  expect(made.filter((file) => /globalThis\.require\b|\bimport\(/.test(read(file)))).toEqual([]);
  const { paths } = JSON.parse(readFileSync(path.join(output, "require.config.json"), "utf8")) as {
    readonly paths: object;
  };
  expect(Object.keys(paths)).toHaveLength(made.length + 1);
  rmSync(output, { recursive: true });
});
