import { execFileSync } from "node:child_process";
import path from "node:path";

/** The rules of eslint.config.mjs that keep the tree in order. Each must bite: a rule that does not is only a comment. */
interface Case {
  readonly file: string;
  readonly code: string;
}

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
}

const root = path.resolve(__dirname, "../..");

/** What the import rules say of each text, all texts in one run of ESLint. */
function complaints(cases: readonly Case[]): readonly (readonly string[])[] {
  const output = execFileSync(process.execPath, [path.join(root, "Tests/Support/lintTexts.mjs")], {
    cwd: root,
    encoding: "utf8",
    input: JSON.stringify(cases),
  });
  const results = JSON.parse(output) as readonly (readonly Message[])[];
  return results.map((messages) =>
    messages
      .filter(({ ruleId }) => ruleId?.startsWith("import-x/") || ruleId?.startsWith("no-restricted"))
      .map(({ message }) => message),
  );
}

const importing = ([file, source]: readonly [string, string]): Case => ({
  file,
  code: `import * as it from "${source}";\nexport { it };\n`,
});

/** `[file that imports, what it imports]`. The files need not exist; what they import does. */
const forbidden: readonly (readonly [string, string])[] = [
  ["Client/Core/armId.ts", "../Azure/arm"],
  ["Client/Core/armId.ts", "../../Views/Findings/screen"],
  ["Client/Core/armId.ts", "react"],
  ["Client/Core/armId.ts", "@azure/core-rest-pipeline"],
  ["Client/Azure/Pipeline/azure.ts", "../Alerts/alertService"],
  ["Client/Azure/Pipeline/azure.ts", "@microsoft/azureportal-reactview/Ajax"],
  ["Client/Alerts/alertFromRow.ts", "../Permissions/permissionService"],
  ["Client/Alerts/alertFromRow.ts", "@azure/arm-security"],
  ["Client/Alerts/alertService.ts", "../../Extension/Portal/queries"],
  ["Client/services.ts", "@fluentui/react"],
  ["Views/Kit/Screens/screen.ts", "../../Client/Azure/arm"],
  ["Views/Kit/Screens/screen.ts", "../../Extension/Portal/queries"],
  ["Views/Kit/Screens/screen.ts", "../Tabs/Alerts/alertWords"],
  ["Views/Kit/Screens/screen.ts", "../Dashboard/Dashboard"],
  ["Views/Kit/Screens/screen.ts", "@azure/arm-resourcegraph"],
  ["Views/Tabs/Alerts/alertsTab.tsx", "@microsoft/azureportal-reactview/Az"],
  ["Views/Tabs/Alerts/alertsTab.tsx", "../../../Extension/PortalSdk/Ajax"],
  ["Views/SecurityDashboard.ReactView.tsx", "@azure/arm-security"],
  ["Extension/ArmEmulator/startArmEmulator.ts", "../../Client/Domain/armId"],
  ["Extension/ArmEmulator/startArmEmulator.ts", "../../Views/Findings/screen"],
  ["Extension/ArmEmulator/startArmEmulator.ts", "../LocalPortal/startLocalPortal"],
  ["Extension/PortalSdk/Ajax.ts", "../../Client/Domain/armId"],
  ["Extension/PortalSdk/Ajax.ts", "../LocalPortal/startLocalPortal"],
  ["Extension/LocalPortal/Shell/sendBatch.ts", "../AzureMode/clouds"],
  ["Extension/LocalPortal/Shell/sendBatch.ts", "../Server/secret"],
  ["Extension/LocalPortal/Frame/handshake.ts", "../../ArmEmulator/startArmEmulator"],
  ["Extension/LocalPortal/Server/portalServers.ts", "@azure/identity"],
  ["Client/Azure/Pipeline/hostCredential.ts", "@azure/identity"],
  ["Extension/Portal/queries.ts", "../../Views/Findings/screen"],
  ["Client/services.ts", "../Tests/Support/fakeServices"],
  ["Views/Kit/Screens/screen.ts", "../../Tests/Support/fakeServices"],
];

const allowed: readonly (readonly [string, string])[] = [
  ["Client/Alerts/alertFromRow.ts", "../Domain/armId"],
  ["Client/Alerts/armAlertService.ts", "../Azure/azure"],
  ["Client/Core/armId.ts", "./json"],
  ["Views/Kit/Screens/screen.ts", "../../Client/Domain/rbac"],
  ["Views/Tabs/Alerts/alertsTab.tsx", "../../Findings/screen"],
  ["Views/SecurityDashboard.ReactView.tsx", "../Extension/Portal/dashboardSession"],
  ["Extension/Portal/queries.ts", "../../Client/services"],
];

const forbiddenCode: readonly (readonly [string, string])[] = [
  ["Views/Kit/Screens/screen.ts", "export const x = window.location.href;"],
  ["Views/Kit/Screens/screen.ts", "export const x = fetch('/');"],
  ["Client/Azure/Pipeline/arm.ts", "export const x = window.name;"],
];

let said: readonly (readonly string[])[] = [];
beforeAll(() => {
  const code = forbiddenCode.map(([file, text]) => ({ file, code: text }));
  said = complaints([...forbidden.map(importing), ...allowed.map(importing), ...code]);
}, 120_000);

test.each(forbidden.map(([file, source], index) => [file, source, index] as const))(
  "%s must not import %s",
  (_file, _source, index) => expect(said[index]).not.toEqual([]),
);

test.each(allowed.map(([file, source], index) => [file, source, forbidden.length + index] as const))(
  "%s may import %s",
  (_file, _source, index) => expect(said[index]).toEqual([]),
);

test.each(
  forbiddenCode.map(
    ([file, code], index) => [file, code, forbidden.length + allowed.length + index] as const,
  ),
)("%s must not say %s", (_file, _code, index) => expect(said[index]).toHaveLength(1));
