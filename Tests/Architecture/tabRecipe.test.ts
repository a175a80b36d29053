import { readTable } from "../Support/importTable";
import { recipeFiles } from "../Support/recipeFiles";
import { copyTree, type TreeCopy } from "../Support/treeCopy";

/** The recipe "A tab" of CONTRIBUTING.md, in a copy of the tree: a kind of finding that the product doesn't have, all the way. */
const services = "Client/services.ts";
const registry = "Views/Tabs/registry.ts";
const tests = {
  Views: ["Tests/Views/Exemptions/exemptionsTab.test.tsx", "Tests/Views/Dashboard/prefetch.test.tsx"],
  Contract: ["Tests/Contract/Exemptions/exemptions.test.ts"],
};

let copy: TreeCopy;
let unregistered: Awaited<ReturnType<TreeCopy["run"]>>;
beforeAll(async () => {
  copy = copyTree();
  copy.add(recipeFiles("Tab"));
  copy.insert(
    services,
    'from "./DefenderPlan/armPlanService"',
    'import { createArmExemptionService } from "./Exemptions/armExemptionService";',
  );
  copy.insert(
    services,
    "  compliance: createArmComplianceService,",
    "  exemptions: createArmExemptionService,",
  );
  unregistered = await copy.run("Tests/Support/checkTypes.mjs", registry);
  copy.insert(
    registry,
    'from "./Compliance/complianceTab"',
    'import { exemptionsTab } from "./Exemptions/exemptionsTab";',
  );
  copy.insert(registry, "  compliance: complianceTab,", "  exemptions: exemptionsTab,");
});
afterAll(() => copy.remove());

test("it costs a folder per layer, and one line with its import in each of two tables", () => {
  const folders = new Set([...copy.made].map((file) => file.split("/").slice(0, -1).join("/")));
  const product = [...folders].filter((folder) => !folder.startsWith("Tests/"));
  expect(product.sort()).toEqual(["Client/Exemptions", "Views/Tabs/Exemptions"]);
  expect([...copy.grown]).toEqual([
    [services, 2],
    [registry, 2],
  ]);
});

test("the compiler asks for the second line after the first, and for nothing else", async () => {
  expect(unregistered.output).toMatch(/registry\.ts.*Property 'exemptions' is missing/);
  const checked = ["Tests/Support/fakeServices.ts", "Views/SecurityDashboard.DataFetcher.ts"];
  const made = [...copy.made].filter((file) => /\.tsx?$/.test(file));
  const types = await copy.run("Tests/Support/checkTypes.mjs", services, registry, ...checked, ...made);
  expect(types).toEqual({ code: 0, output: "" });
});

test("its folders have their import rules already: their own ground, and no other feature", async () => {
  const table = readTable(copy.folder);
  expect(table["Client/Exemptions"]).toEqual(table["Client/Compliance"]);
  expect(table["Views/Tabs/Exemptions"]).toEqual(["Client/Core", "Views/Kit", "Client/Exemptions"]);
  expect(table[registry]).toContain("Views/Tabs/Exemptions");
  const stray = "Views/Tabs/Exemptions/stray.ts";
  copy.add({ [stray]: 'import "../Alerts/alertsTab";\nimport "../../Features/Ownership/ownedTab";\n' });
  const eslint = "node_modules/eslint/bin/eslint.js";
  const rules = ["--rule", '{"import-x/no-restricted-paths":"error"}'];
  const own = [...copy.made].filter((file) => file !== stray && !file.startsWith("Tests/"));
  const clean = await copy.run(eslint, "--max-warnings", "0", services, registry, ...own);
  expect(clean).toEqual({ code: 0, output: "" });
  const refused = await copy.run(eslint, ...rules, stray);
  expect(refused.code).toBe(1);
  expect(refused.output.match(/Import rule: Views\/Tabs\/Exemptions may not import this/g)).toHaveLength(2);
});

test.each(Object.entries(tests))(
  "it shows, is prefetched, and reads what Azure has: its tests of %s pass",
  async (project, files) => {
    const jest = "node_modules/jest/bin/jest.js";
    const { code, output } = await copy.run(jest, ...files, "--selectProjects", project, "--maxWorkers=1");
    expect([code, code === 0 ? "" : output]).toEqual([0, ""]);
    expect(output).toMatch(new RegExp(`Test Suites: ${files.length} passed, ${files.length} total`));
  },
);
