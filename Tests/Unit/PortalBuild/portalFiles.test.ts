import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { dependenciesOf, versionOf, versionProblems } from "../../../Extension/build/amdVersions";
import { bundleProblems } from "../../../Extension/build/bundleProblems";
import { readManifest, type ExtensionManifest } from "../../../Extension/build/extensionManifest";
import { fileName, moduleNames } from "../../../Extension/build/moduleNames";
import { portalFiles, viewContracts } from "../../../Extension/build/portalFiles";
import { fluentProblems } from "../../../Extension/build/portalFluent";
import {
  amdName,
  exportsOf,
  isExternal,
  platformModule,
  problemsOfModule,
  sdkModuleNames,
} from "../../../Extension/build/portalModules";
import known from "../../../Extension/build/portalModules.json";
import { pseudoLocalized, readStrings, stringsIn } from "../../../Extension/build/portalStrings";

const root = path.resolve(__dirname, "../../..");
const manifest = readManifest(root);
const strings = readStrings(root, manifest.stringSource);
const files = new Map(portalFiles(manifest, strings));

interface Package {
  readonly version: string;
}
const jsonOf = (file: string): unknown => JSON.parse(files.get(file) ?? "");

test("one module for each view and each data fetcher, whatever their number", () => {
  const [first] = manifest.views;
  const more: ExtensionManifest = {
    ...manifest,
    views: ["A", "B"]
      .map((name) => ({ ...first, name: `${name}.ReactView`, entry: `Views/${name}.ReactView.tsx` }) as const)
      .map(({ name, entry }) => ({ name, entry, parameters: {}, export: true })),
  };
  expect(moduleNames(more).slice(0, 2)).toEqual(["A.ReactView", "B.ReactView"]);
  expect(viewContracts(more, "../..")).toContain(
    '"B.ReactView": ViewContract<{\n      component: typeof import("../../Views/B.ReactView").default;',
  );
  expect(fileName("Views/A.DataFetcher.ts")).toBe("A.DataFetcher");
});

test("contracts name every view and nothing else", () => {
  const contracts = files.get("ViewContracts.ts") ?? "";
  const named = [...contracts.matchAll(/"(\w+\.ReactView)"/g)].map(([, name]) => name);
  expect(named).toEqual(manifest.views.map(({ name }) => name));
});

test("the project is one of the second SDK: no extension.dx.json, and the schema of its configuration", () => {
  expect([...files.keys()].filter((file) => file.endsWith(".dx.json"))).toEqual([]);
  expect(jsonOf("extension.config.json")).toMatchObject({
    $schema: expect.stringMatching(/^\.\/src\/node_modules\/.+\/extension\.config\.schema\.json$/) as string,
    name: manifest.name,
  });
});

test("English texts lie where the portal's samples have them, other languages in a folder of their own", () => {
  const built = portalFiles(manifest, strings, { de: strings }).map(([file]) => file);
  expect(jsonOf("locales/Manifest.resjson")).toMatchObject({
    "Manifest.defenderForCloud": "Microsoft Defender for Cloud",
  });
  expect(built).toContain("locales/de/Manifest.resjson");
  expect(built.filter((file) => file.startsWith("locales/en/"))).toEqual([]);
});

test("every language has every text, with the same places in it", () => {
  const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place);
  const pseudo = pseudoLocalized(strings);
  expect(Object.keys(pseudo)).toEqual(Object.keys(strings));
  expect(Object.keys(strings).length).toBeGreaterThan(20);
  for (const [name, texts] of Object.entries(strings)) {
    expect(Object.keys(pseudo[name] ?? {})).toEqual(Object.keys(texts));
    for (const [key, text] of Object.entries(texts)) {
      expect(places(pseudo[name]?.[key] ?? "")).toEqual(places(text));
    }
  }
  expect(pseudoLocalized({ A: { a: "Save {0}", b: "https://aka.ms/x" } })).toEqual({
    A: { a: "[Šávé {0}!!!]", b: "https://aka.ms/x" },
  });
});

test("texts of the source are read as the compiler reads them", () => {
  const source =
    'export enum A {\n  /** Said of "x". */\n  a = "It\'s \\"quoted\\" \\u00e9",\n  b = `plain`,\n}\n';
  expect(stringsIn(source)).toEqual({ A: { a: 'It\'s "quoted" é', b: "plain" } });
});

test("a strings bundle defines the module that the views ask for", () => {
  const bundle = files.get("modules/en/Strings.js") ?? "";
  expect(bundle).toMatch(/^define\("AksSecurityDashboard\/Strings",\[\],function\(\)\{return \{/);
  expect(bundleProblems("Strings.js", bundle)).toEqual([]);
});

test("texts that are needed later are in a module of their own, which adds them to the others", () => {
  const [[name = "", texts = {}] = []] = Object.entries(strings).filter(
    ([, all]) => Object.keys(all).length > 1,
  );
  const [now = "", later = ""] = Object.keys(texts);
  const made = new Map(portalFiles(manifest, strings, {}, [], (one, key) => one === name && key === now));
  const [first, others] = ["Strings", "LaterStrings"].map((file) => made.get(`modules/en/${file}.js`) ?? "");
  const defined: Record<string, Record<string, Record<string, string>>> = {};
  const define = (module: string, names: readonly string[], make: (all?: object) => object) => {
    defined[module] = make(...names.map((one) => defined[one])) as (typeof defined)[string];
  };
  runInNewContext(first ?? "", { define });
  expect(defined["AksSecurityDashboard/Strings"]).toEqual({ [name]: { [now]: texts[now] } });
  runInNewContext(others ?? "", { define });
  expect(defined["AksSecurityDashboard/Strings"]).toEqual(strings);
  expect(defined["AksSecurityDashboard/Strings"]?.[name]?.[later]).toBe(texts[later]);
  expect(defined["AksSecurityDashboard/LaterStrings"]).toBe(defined["AksSecurityDashboard/Strings"]);
  expect(JSON.parse(made.get("require.config.json") ?? "")).toEqual({
    paths: {
      "AksSecurityDashboard/Strings": "{language}/Strings",
      "AksSecurityDashboard/LaterStrings": "{language}/LaterStrings",
    },
  });
});

describe("what is known of the portal", () => {
  test("every module and export says by what it is proven", () => {
    const marks = Object.keys(known.marks);
    const all = [
      ...Object.values(known.modules).flatMap((exports) => Object.values<string>(exports)),
      ...Object.values(known.platform).map((module) => module.marks),
    ];
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((text) => text === "" || [...text].some((mark) => !marks.includes(mark)))).toEqual([]);
  });

  test("the stand-in exports nothing that the SDK is not known to export", () => {
    const folder = path.join(root, "Extension/PortalSdk");
    // What is no module of the SDK: how the stand-in itself is made.
    const own = [
      ...["batcher.ts", "frameValues.ts", "portalConnection.ts", "portalHost.ts"],
      ...["sanitizedLinks.ts", "settings.ts"],
    ];
    const modules = readdirSync(folder).filter((file) => file.endsWith(".ts") && !own.includes(file));
    expect(modules.length).toBeGreaterThan(6);
    for (const file of modules) {
      const name = `@microsoft/azureportal-reactview/${file.replace(/\.ts$/, "")}`;
      const text = readFileSync(path.join(folder, file), "utf8");
      const exported = [...text.matchAll(/^export (?:async )?(?:function|const|enum) (\w+)/gm)].map(
        ([, one = ""]) => one,
      );
      expect([file, problemsOfModule(name, exported)]).toEqual([file, []]);
    }
  });

  test("modules of the portal are never bundled, known or not", () => {
    expect(sdkModuleNames.every(isExternal)).toBe(true);
    expect(["react", "react-dom", "@fluentui/react"].every(isExternal)).toBe(true);
    expect(isExternal("@microsoft/azureportal-reactview/Telemetry")).toBe(true);
    expect(isExternal("@microsoft/azureportal-reactview-extras")).toBe(false);
    expect(isExternal("react/jsx-runtime")).toBe(false);
    expect(exportsOf("@microsoft/azureportal-reactview/Az")).not.toContain("publishPendingNotification");
  });
});

test.each([
  ["eval(text)", "calls eval"],
  ["define.amd&&define([],f)", "has a package that defines AMD modules by itself"],
  ['new Function("return this")()', "makes a function of a text"],
  ['Function("return this")()', "makes a function of a text"],
  ["e.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED={}", "has a copy of React"],
  ["{findFiberByHostInstance:f}", "has a copy of React DOM"],
  ['x.innerHTML="<script>"', "writes a script into the page"],
])("%s is noticed in a bundle", (text, problem) => {
  expect(bundleProblems("a.js", text)).toEqual([`a.js ${problem}`]);
});

test.each([
  "retrieval(x)",
  "isFunction(x)",
  "new Functional()",
  "a.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED.b",
])("%s is not", (text) => expect(bundleProblems("a.js", text)).toEqual([]));

describe("names of libraries for the portal's loader", () => {
  test.each([
    ["react", "react", 16],
    ["react17", "react", 17],
    ["react18", "react", 18],
    ["react-dom", "react-dom", 16],
    ["react-dom17", "react-dom", 17],
    ["portalalias!react17/react", "react", 17],
    ["@fluentui/react", "@fluentui", 7],
    ["@fluentui8/react", "@fluentui", 8],
    ["portalalias!@fluentui8/react/lib/Button", "@fluentui", 8],
  ])("%s is %s %d", (name, library, major) => expect(versionOf(name)).toEqual({ library, major }));

  test.each(["react-redux", "lodash", "reactive", "@fluentui-contrib/x", "AksSecurityDashboard/react"])(
    "%s has no version of theirs",
    (name) => expect(versionOf(name)).toBeUndefined(),
  );

  test("the build asks for the versions that the views are written for, and says by what the names are known", () => {
    const used = ["react", "react-dom", "@fluentui/react"];
    expect(versionProblems(used.map(amdName))).toEqual([]);
    expect(versionProblems(used)).toEqual([
      "asks for react, which is React 16 in the portal, not 17",
      "asks for react-dom, which is React DOM 16 in the portal, not 17",
      "asks for @fluentui/react, which is Fluent UI 7 in the portal, not 8",
    ]);
    for (const { amdName: name, evidence } of Object.values(known.platform)) {
      expect(evidence).toMatch(/^\[[A-Z]+.*\] .+/);
      expect(isExternal(platformModule(name) ?? "")).toBe(true);
    }
  });

  test("what a bundle asks for is read from its first line", () => {
    const bundle = 'define("A/B.ReactView",["react17","@fluentui/react"],function(a,b){});';
    expect(dependenciesOf(bundle)).toEqual(["react17", "@fluentui/react"]);
    expect(dependenciesOf('define("A/Strings",[],function(){})')).toEqual([]);
    expect(bundleProblems("B.js", bundle)).toEqual([
      "B.js asks for @fluentui/react, which is Fluent UI 7 in the portal, not 8",
    ]);
  });

  test("what views are typed, tested, and drawn with has the versions that the portal has", () => {
    const installed = (name: string) =>
      (JSON.parse(readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8")) as Package)
        .version;
    const { react, "react-dom": reactDom, "@fluentui/react": fluent } = known.platform;
    expect(["react", "react-dom", "fluentui-react-portal"].map(installed)).toEqual([
      react.version,
      reactDom.version,
      fluent.version,
    ]);
    expect(["@types/react", "@types/react-dom"].map((name) => Number.parseInt(installed(name), 10))).toEqual(
      [react, reactDom].map(({ version }) => Number.parseInt(version, 10)),
    );
  });

  test("what the portal's older Fluent doesn't have is named", () => {
    expect(fluentProblems(["DefaultButton", "ThemeProvider", "Lately"])).toEqual([
      "@fluentui/react 8.114.4, which the portal has, doesn't export Lately",
    ]);
  });
});
