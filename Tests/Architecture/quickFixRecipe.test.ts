import { recipeFiles } from "../Support/recipeFiles";
import { copyTree, type TreeCopy } from "../Support/treeCopy";

/**
 * The recipe "A quick fix" of CONTRIBUTING.md, in a copy of the tree: one that the product doesn't have, for a recommendation that
 * clusters of the emulator have.
 */
const key = "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9";
const client = "Client/QuickFixes";
const feature = "Views/Features/QuickFixes";
const unitTest = "Tests/Unit/QuickFixes/unknownProperties.test.ts";
const contractTest = "Tests/Contract/QuickFixes/fixes.test.ts";
const viewsTest = "Tests/Views/QuickFixes/quickFix.test.tsx";

/** Step 2 to 6 in the files that the compiler names after step 1. */
const askedFor: Readonly<Record<string, (tree: TreeCopy) => void>> = {
  [`${client}/quickFixes.ts`](tree) {
    tree.insert(
      `${client}/quickFixes.ts`,
      'from "./diagnosticLogsFix"',
      'import { localAccountsFix } from "./localAccountsFix";',
    );
    tree.insert(
      `${client}/quickFixes.ts`,
      "diagnosticLogs: diagnosticLogsFix,",
      "  localAccounts: localAccountsFix,",
    );
  },
  [`${feature}/fixDraft.ts`](tree) {
    tree.insert(`${feature}/fixDraft.ts`, "  policyAddOn: () => ({}),", "  localAccounts: () => ({}),");
    tree.replace(`${feature}/severalFixes.ts`, '(["policyAddOn"])', '(["policyAddOn", "localAccounts"])');
  },
  [`${feature}/FixForm.tsx`](tree) {
    tree.insert(`${feature}/FixForm.tsx`, 'case "policyAddOn":', '    case "localAccounts":');
  },
  [`${feature}/fixLabels.ts`](tree) {
    tree.insert(
      `${feature}/fixLabels.ts`,
      "  diagnosticLogs: { title: Text.titleLogs,",
      "  localAccounts: { title: Text.titleAccounts, about: Text.aboutAccounts, verify: Text.verifyAccounts },",
    );
    tree.insert(
      `${feature}/QuickFix.resjson.ts`,
      "  verifyLogs = ",
      '  titleAccounts = "Disable local accounts",',
      '  aboutAccounts = "Every sign-in to the cluster goes through Microsoft Entra ID.",',
      '  verifyAccounts = "After a few minutes, az aks get-credentials --admin fails.",',
    );
  },
  [unitTest](tree) {
    tree.insert(
      unitTest,
      "policyAddOn: (live) => quickFixes.policyAddOn.plan(live, {}),",
      "  localAccounts: (live) => quickFixes.localAccounts.plan(live, {}),",
    );
  },
  [contractTest]: (tree) => tree.insert(contractTest, "  policyAddOn: {},", "  localAccounts: {},"),
  [viewsTest](tree) {
    tree.insert(
      viewsTest,
      "const titles: Readonly<Record<QuickFixName",
      '  localAccounts: "Disable local accounts",',
    );
  },
};

let copy: TreeCopy;
let asked: Awaited<ReturnType<TreeCopy["run"]>>;
beforeAll(async () => {
  copy = copyTree();
  copy.insert(`${client}/quickFixKeys.ts`, '  "diagnosticLogs",', '  "localAccounts",');
  copy.insert(`${client}/quickFixKeys.ts`, "  diagnosticLogs: ", `  localAccounts: "${key}",`);
  copy.insert(
    `${client}/quickFix.ts`,
    "readonly diagnosticLogs: DiagnosticLogsInput;",
    "  readonly localAccounts: Readonly<Record<never, never>>;",
  );
  copy.add(recipeFiles("QuickFix"));
  asked = await copy.run("Tests/Support/checkTypes.mjs", ...Object.keys(askedFor));
  Object.values(askedFor).forEach((edit) => edit(copy));
});
afterAll(() => copy.remove());

const jestProgram = "node_modules/jest/bin/jest.js";
const runTests = (file: string, project: string, name: string) =>
  copy.run(jestProgram, file, "--selectProjects", project, "--maxWorkers=1", "--testNamePattern", name);
const passed = (count: number) => new RegExp(`Tests: .*\\b${count} passed`);

test("after the first step the compiler names the files of the next ones, and none after those", async () => {
  const named = Object.keys(askedFor).filter((file) => asked.output.includes(`${file}(`));
  expect(named).toEqual(Object.keys(askedFor));
  const made = [...copy.made].filter((file) => !file.startsWith("Tests/"));
  const types = await copy.run("Tests/Support/checkTypes.mjs", ...Object.keys(askedFor), ...made);
  expect(types).toEqual({ code: 0, output: "" });
});

test("it changes its property and nothing else in 300 random clusters", async () => {
  const { code, output } = await runTests(unitTest, "Unit", "^localAccounts ");
  expect([code, code === 0 ? "" : output]).toEqual([0, ""]);
  expect(output).toMatch(passed(3));
});

test("the gate refuses its write until it knows the property; then it's applied, and the finding goes away", async () => {
  copy.insert(
    "Extension/ArmEmulator/World/Authorization/clusterPolicies.ts",
    '"bb318338-de6a-42ff-8428-8274c897d564": (_, settings)',
    `  "${key}": (body) => partOf(body, "properties", "disableLocalAccounts") === true,`,
  );
  // The host of these tests passes nothing on that the gate refuses.
  const early = await runTests(contractTest, "Contract", "^localAccounts is carried out");
  expect(early.code).toBe(1);
  expect(early.output).toContain("No answer from Azure");
  copy.insert(
    "Extension/LocalPortal/Gate/changesAsFixesDo.ts",
    '"properties.apiserveraccessprofile.authorizedipranges",',
    '  "properties.disablelocalaccounts",',
  );
  const { code, output } = await runTests(contractTest, "Contract", "^localAccounts ");
  expect([code, code === 0 ? "" : output]).toEqual([0, ""]);
  expect(output).toMatch(passed(3));
});

test("it's on screen as code and as a fix", async () => {
  const code = "Client/RemediationCode/clusterFixes.ts";
  copy.insert(
    code,
    '["1a2b5b4c-f80d-46e7-ac81-b51a9fb363de", fixAuthorizedRanges],',
    "  [",
    `    "${key}",`,
    "    (cluster) => snippetsOf(localAccounts, cluster, undefined),",
    "  ],",
  );
  copy.insert(
    code,
    "type ClusterFix = (cluster: ClusterScope)",
    "const localAccounts: ClusterChange = {",
    "  properties: { disableLocalAccounts: true },",
    "  parameters: [],",
    '  azurerm: "local_account_disabled = true",',
    "  comments: [],",
    "};",
  );
  expect(await copy.run("Tests/Support/checkTypes.mjs", code)).toEqual({ code: 0, output: "" });
  const ended = await runTests("Tests/Views/QuickFixes/localAccounts.test.tsx", "Views", ".");
  expect([ended.code, ended.code === 0 ? "" : ended.output]).toEqual([0, ""]);
  expect(ended.output).toMatch(passed(2));
});
