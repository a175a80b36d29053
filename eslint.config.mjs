import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { importZones, roomFiles } from "./architecture.mjs";

const azureClients = {
  group: ["@azure/*", "@azure-rest/*"],
  message: "Only Client/Azure, the arm* files and Extension/Portal may see @azure packages.",
};
const portalSdk = {
  group: ["@microsoft/azureportal-reactview", "@microsoft/azureportal-reactview/*"],
  message: "Only Extension and the *.ReactView.tsx entries may see the portal SDK.",
};
const ui = {
  group: ["react", "react-dom", "@fluentui/*", "@tanstack/*"],
  message: "Client has no React, no Fluent.",
};
const identity = {
  group: ["@azure/identity", "@azure/identity/*"],
  message: "Only the dev server signs in; the portal does it for the views.",
};
const queries = {
  group: ["@tanstack/react-query"],
  importNames: ["useQuery", "useQueries", "useInfiniteQuery", "useMutation"],
  message: "Reads go through useLoadable, writes through useOperation: a failure is carried by the type.",
};
const packages = (...groups) => ["error", { patterns: groups }];
const rooms = ["Client/**", "Views/**", "Extension/**"];
const linesPerFunction = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.base.json" })],
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_$" },
      ],
      "no-console": "error",
      eqeqeq: "error",
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: importZones }],
    },
  },
  {
    files: ["Views/**/*.tsx", "Views/**/*.ts", "Extension/**/*.tsx"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    // Functions that fit on a screen and take few decisions.
    files: rooms,
    rules: { complexity: ["error", 10], "max-lines-per-function": linesPerFunction(80) },
  },
  {
    // Components: markup takes more lines than it takes decisions.
    files: ["Views/**/*.tsx"],
    rules: { "max-lines-per-function": linesPerFunction(120) },
  },
  {
    files: ["Client/**"],
    rules: {
      "no-restricted-imports": packages(azureClients, portalSdk, ui),
      "no-restricted-globals": ["error", "window", "document", "fetch", "localStorage"],
    },
  },
  {
    files: ["Client/Azure/**", "Client/*/arm*.ts"],
    ignores: ["Client/Core/**"],
    rules: { "no-restricted-imports": packages(portalSdk, ui, identity) },
  },
  {
    files: ["Views/**"],
    rules: {
      "no-restricted-imports": packages(azureClients, portalSdk),
      "no-restricted-globals": ["error", "fetch", "location", "localStorage", "sessionStorage"],
      "no-restricted-properties": [
        "error",
        ...["location", "localStorage", "sessionStorage"].map((property) => ({ object: "window", property })),
      ],
    },
  },
  {
    files: ["Views/**"],
    ignores: ["Views/Kit/Session/**", "Views/Kit/Operations/**"],
    rules: { "no-restricted-imports": packages(azureClients, portalSdk, queries) },
  },
  {
    // Two texts may read the same and still be translated differently.
    files: ["**/*.resjson.ts"],
    rules: { "@typescript-eslint/no-duplicate-enum-values": "off" },
  },
  { files: ["Views/*.ReactView.tsx"], rules: { "no-restricted-imports": packages(azureClients) } },
  {
    files: ["Extension/**"],
    ignores: ["Extension/LocalPortal/AzureMode/**"],
    rules: { "no-restricted-imports": packages(identity) },
  },
  {
    // Wire JSON of the emulator and test code that inspects it.
    files: ["Tests/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "error" },
  },
  {
    files: ["**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: { require: "readonly", module: "writable", __dirname: "readonly", process: "readonly" },
    },
  },
  {
    files: ["**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // Command-line programs speak to a terminal.
    files: [
      "Extension/*/main.ts",
      "Extension/*/*/main.ts",
      "Extension/build/build.ts",
      "Tests/check.ts",
      "Tests/runAll.ts",
      "Tests/Benchmarks/**",
      "Tests/Conformance/main.ts",
      "Tests/Doctor/main.ts",
      "Tests/Drill/main.ts",
      "Tests/Pictures/main.ts",
      "Tests/Soak/main.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    // Outside of every room.
    files: rooms,
    ignores: roomFiles,
    rules: {
      "no-restricted-imports": packages({
        group: ["./*", "../*"],
        message: "Import rule: this file stands in no room (architecture.mjs).",
      }),
    },
  },
);
