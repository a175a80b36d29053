import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Who may import whom; that nobody imports in a circle is proved by Tests/Architecture, in a tenth of the time. Each zone reads: files under `target` must not import files under `from`. */
const areas = [
  "Alerts",
  "Cluster",
  "Compliance",
  "DefenderPlan",
  "Fixes",
  "Governance",
  "Logs",
  "Misconfigurations",
  "NodePools",
  "Permissions",
  "Policy",
  "Suppression",
  "Vulnerabilities",
];
const tabs = ["Alerts", "Compliance", "Misconfigurations", "Vulnerabilities"];

const zones = [
  {
    target: "Client/Domain",
    from: ["Client", "Views", "Extension"],
    except: ["Client/Domain"],
    why: "the domain imports nothing",
  },
  { target: "Client", from: ["Views", "Extension"], why: "the client knows neither views nor hosts" },
  {
    target: "Client/Azure",
    from: areas.map((area) => `Client/${area}`),
    why: "areas use Client/Azure, not the reverse",
  },
  ...areas.map((area) => ({
    target: `Client/${area}`,
    from: areas.filter((other) => other !== area).map((other) => `Client/${other}`),
    why: "an area never imports another area; what two need moves to Client/Domain",
  })),
  {
    target: ["Views/Dashboard", "Views/Findings", "Views/Tabs"],
    from: ["Extension", "Client/Azure"],
    why: "views see domain types and service interfaces; the host comes through a context",
  },
  ...tabs.map((tab) => ({
    target: `Views/Tabs/${tab}`,
    from: tabs.filter((other) => other !== tab).map((other) => `Views/Tabs/${other}`),
    why: "a tab never imports another tab; what two need moves to Views/Findings",
  })),
  {
    target: "Views/Findings",
    from: ["Views/Tabs", "Views/Dashboard"],
    why: "the kit does not know its tabs",
  },
  {
    target: "Extension/ArmEmulator",
    from: ["Client", "Views", "Extension/Portal", "Extension/PortalSdk", "Extension/LocalPortal"],
    why: "the emulator speaks wire JSON by itself, or it would repeat our mistakes",
  },
  {
    target: "Extension/PortalSdk",
    from: ["Client", "Views", "Extension/Portal", "Extension/ArmEmulator", "Extension/LocalPortal"],
    why: "the stand-in knows only its own package",
  },
  {
    target: "Extension/Portal",
    from: ["Views", "Extension/LocalPortal", "Extension/ArmEmulator"],
    why: "adapters serve the views",
  },
  {
    target: ["Extension/LocalPortal/Shell", "Extension/LocalPortal/Frame"],
    from: [
      "Extension/ArmEmulator",
      "Extension/LocalPortal/AzureMode",
      "Extension/LocalPortal/Server",
      "Extension/LocalPortal/Sideload",
    ],
    why: "what runs in a browser knows nothing of servers and sign-in",
  },
  { target: ["Client", "Views", "Extension"], from: ["Tests"], why: "nothing imports Tests" },
];

const toZone = ({ target, from, except, why }) => {
  const list = (value) => (Array.isArray(value) ? value : [value]).map((folder) => `./${folder}`);
  return list(from).flatMap((source) =>
    list(target).map((folder) => ({
      target: folder,
      from: source,
      ...(except && source === "./Client" ? { except: ["./Domain"] } : {}),
      message: `Import rule: ${why}.`,
    })),
  );
};

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
const packages = (...groups) => ["error", { patterns: groups }];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.base.json" })],
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_$" },
      ],
      // Objects here are plain: their methods use no `this`, and are passed on as they are.
      "@typescript-eslint/unbound-method": "off",
      "no-console": "error",
      eqeqeq: "error",
      "import-x/no-restricted-paths": [
        "error",
        { basePath: import.meta.dirname, zones: zones.flatMap(toZone) },
      ],
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
    files: ["Client/**"],
    rules: {
      "no-restricted-imports": packages(azureClients, portalSdk, ui),
      "no-restricted-globals": ["error", "window", "document", "fetch", "localStorage"],
    },
  },
  {
    files: ["Client/Azure/**", "Client/*/arm*.ts"],
    ignores: ["Client/Domain/**"],
    rules: { "no-restricted-imports": packages(portalSdk, ui, identity) },
  },
  {
    files: ["Views/**"],
    rules: {
      "no-restricted-imports": packages(azureClients, portalSdk),
      "no-restricted-globals": ["error", "fetch", "location", "localStorage", "sessionStorage"],
      "no-restricted-properties": ["error", { object: "window", property: "location" }],
    },
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
    extends: [tseslint.configs.disableTypeChecked],
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
      "Extension/build/buildPortal.ts",
      "Tests/check.ts",
      "Tests/runAll.ts",
      "Tests/Benchmarks/**",
      "Tests/Conformance/main.ts",
      "Tests/Doctor/main.ts",
    ],
    rules: { "no-console": "off" },
  },
);
