/** The jest projects; Tests/README.md says what belongs in which. */
const shared = {
  rootDir: __dirname,
  // One cache of what is transformed for all projects: they all want the same.
  id: "all",
  // What was built there repeats the name of the package.
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  transform: { "\\.tsx?$": "<rootDir>/Tests/Support/transform.cjs" },
  moduleNameMapper: { "^@microsoft/azureportal-reactview/(.*)$": "<rootDir>/Extension/PortalSdk/$1" },
};

// In a sandbox of jest reading a global takes 80 times as long as reading a local. Clocks are handed over, so no test replaces Date.
// Names that libraries declare themselves stay out, such as Boolean and Set in asn1js, and decodeURIComponent in packageurl-js.
const sandboxInjectedGlobals = [
  ...["Array", "BigInt", "Date", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise"],
  ...["Reflect", "RegExp", "String", "Symbol", "WeakMap", "WeakSet"],
  ...["isFinite", "isNaN", "parseFloat", "parseInt"],
];

const nodeProject = (name) => ({
  ...shared,
  displayName: name,
  testEnvironment: "<rootDir>/Tests/Support/nodeEnvironment.cjs",
  testMatch: [`<rootDir>/Tests/${name}/**/*.test.ts`],
  sandboxInjectedGlobals,
});

/** On the version of Fluent that the portal supplies; end-to-end tests have the local portal's. */
const viewsProject = {
  ...shared,
  // jest keeps one resolver for each: this project's finds another Fluent.
  id: "views",
  displayName: "Views",
  testEnvironment: "<rootDir>/Tests/Support/browserEnvironment.ts",
  // The browser builds of @azure/core-* are ES modules, which jest cannot load.
  testEnvironmentOptions: { customExportConditions: ["node", "node-addons"] },
  testMatch: ["<rootDir>/Tests/Views/**/*.test.tsx"],
  moduleNameMapper: { ...shared.moduleNameMapper, "^@fluentui/react($|/.*)": "fluentui-react-portal$1" },
  setupFilesAfterEnv: ["<rootDir>/Tests/Support/viewSetup.ts"],
  // user-event declares a parseInt of its own.
  sandboxInjectedGlobals: [
    ...sandboxInjectedGlobals.filter((name) => name !== "parseInt"),
    "document",
    "window",
  ],
};

module.exports = {
  // Of what goes wrong, not of what takes long: a machine that is four times as busy is not an error. So no test has a limit of its own.
  testTimeout: 300_000,
  // jest leaves one core idle otherwise, and half of the time is lost on two.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/Tests/Support/slowestFirst.cjs",
  projects: [
    nodeProject("Unit"),
    nodeProject("Contract"),
    viewsProject,
    { ...nodeProject("Architecture"), testPathIgnorePatterns: ["/node_modules/", "Recipe\\.test\\.ts$"] },
    // Microsoft's own client against the emulator.
    { ...nodeProject("AzureCli"), globalSetup: "<rootDir>/Tests/AzureCli/fetchOnce.ts" },
    // They check types, lint, and run jest in copies of the tree: two minutes, so `npm test` leaves them out.
    { ...nodeProject("Recipes"), testMatch: ["<rootDir>/Tests/Architecture/*Recipe.test.ts"] },
  ],
};
