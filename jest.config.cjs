/** The jest projects; Tests/README.md says what belongs in which. */
const typescript = [
  "ts-jest",
  // Types are checked once, by `npm run typecheck`, not again in every worker.
  {
    tsconfig: {
      ...require("./tsconfig.base.json").compilerOptions,
      module: "commonjs",
      isolatedModules: true,
    },
  },
];

const shared = {
  rootDir: __dirname,
  transform: { "\\.tsx?$": typescript },
  moduleNameMapper: { "^@microsoft/azureportal-reactview/(.*)$": "<rootDir>/Extension/PortalSdk/$1" },
};

const nodeProject = (name) => ({
  ...shared,
  displayName: name,
  testEnvironment: "<rootDir>/Tests/Support/nodeEnvironment.cjs",
  testMatch: [`<rootDir>/Tests/${name}/**/*.test.ts`],
  // In a sandbox of jest reading a global takes 80 times as long as reading a local. What tests may replace, such as Date, stays out,
  // and so do names that libraries give to classes of their own, such as Boolean and Set in asn1js.
  sandboxInjectedGlobals: [
    ...["Array", "BigInt", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise"],
    ...["Reflect", "RegExp", "String", "Symbol", "WeakMap", "WeakSet"],
    ...["decodeURIComponent", "encodeURIComponent", "isFinite", "isNaN", "parseFloat", "parseInt"],
  ],
});

const viewsProject = (name, files) => ({
  ...shared,
  displayName: name,
  testEnvironment: "<rootDir>/Tests/Support/browserEnvironment.ts",
  // The browser builds of @azure/core-* are ES modules, which jest cannot load.
  testEnvironmentOptions: { customExportConditions: ["node", "node-addons"] },
  testMatch: files.map((file) => `<rootDir>/Tests/Views/${file}.test.tsx`),
  setupFilesAfterEnv: ["<rootDir>/Tests/Support/viewSetup.ts"],
});

module.exports = {
  testTimeout: 60_000,
  // jest leaves one core idle otherwise, and half of the time is lost on two.
  maxWorkers: "100%",
  projects: [
    nodeProject("Unit"),
    nodeProject("Contract"),
    viewsProject("Views", ["**/*"]),
    // The version that the portal supplies. Three kinds of screen stand for all: a tab, the settings, a form.
    {
      ...viewsProject("PortalFluent", [
        "Compliance/complianceTab",
        "DefenderPlan/planSettings",
        "Suppression/suppressionForm",
      ]),
      moduleNameMapper: { ...shared.moduleNameMapper, "^@fluentui/react($|/.*)": "fluentui-react-portal$1" },
    },
    nodeProject("Architecture"),
  ],
};
