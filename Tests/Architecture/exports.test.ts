import { namesIn, testOnlyExports } from "../Support/testOnlyExports";
import { root, trackedFiles } from "../Support/trackedFiles";

/** Values that only tests import, and why they may. Everything else is tested through what the product itself uses. */
const reasons: Readonly<Record<string, readonly string[]>> = {
  "a table that is checked row by row, or whole": [
    "Client/Core/apiVersionTable.ts: apiVersionTable",
    "Extension/build/portalModules.ts: exportsOf",
    "Extension/build/portalModules.ts: sdkModuleNames",
    "Views/Tabs/Alerts/alertsTab.tsx: alerts",
    "Views/Tabs/Alerts/useChangeStatus.ts: statusRights",
    "Views/Tabs/Compliance/complianceTab.tsx: compliance",
    "Views/Tabs/Misconfigurations/misconfigurationsTab.tsx: misconfigurations",
    "Views/Tabs/Vulnerabilities/vulnerabilitiesTab.tsx: vulnerabilities",
  ],
  "a rule behind a hook or a component, which is tried without React, also with what no page leads to": [
    "Views/Features/NodePools/upgradeState.ts: upgradeEnd",
    "Views/Kit/Controls/formatDate.ts: utcOffset",
    "Views/Tabs/Misconfigurations/AffectedComponentsSection.tsx: noComponentsText",
  ],
  "a reader of what others write, which is tried with each wrong value": [
    "Client/Misconfigurations/affectedComponentFromWire.ts: affectedComponentFromWire",
    "Extension/LocalPortal/AzureMode/clusterLines.ts: worstText",
    "Extension/LocalPortal/AzureMode/listClusters.ts: clustersOf",
    "Extension/LocalPortal/Gate/runBatch.ts: readBatch",
    "Extension/build/amdVersions.ts: versionOf",
    "Extension/build/portalStrings.ts: stringsIn",
    "Extension/build/viewSyntax.ts: exportedParameters",
  ],
  "what the emulator makes troubles of, which contract tests look for": [
    "Extension/ArmEmulator/Scenarios/assignmentTroubles.ts: assignmentTroubles",
    "Extension/ArmEmulator/Scenarios/bulkTroubles.ts: bulkTroubles",
    "Extension/ArmEmulator/World/Security/Assessments/statusPerInitiative.ts: turnedOff",
  ],
  "what the portal keeps, which tests keep beforehand": [
    "Extension/LocalPortal/Shell/createViewHost.ts: settingsKey",
    "Views/Dashboard/Tour/useTour.ts: tourKey",
  ],
  "a part of a program that as a whole depends on the machine": [
    "Extension/Doctor/doctor.ts: examinationJson",
    "Extension/Doctor/doctor.ts: examinationLines",
    "Extension/Doctor/doctor.ts: missingChecks",
    "Extension/Doctor/doctor.ts: wantedTasks",
    "Extension/Doctor/machineChecks.ts: isAtLeast",
    "Extension/LocalPortal/Sideload/trust.ts: typed",
    "Extension/build/menuFragment.ts: ownersDocument",
    "Extension/build/portalFiles.ts: viewContracts",
    "Extension/build/runPortalBuild.ts: bundleForPortal",
  ],
};

/** Stands in for a package of Microsoft's: it has the exports of that, used or not. */
const isPublished = (name: string) => name.startsWith("Extension/PortalSdk/");

test("no value is exported for tests alone, but for those that have a reason", () => {
  const files = trackedFiles("*.ts", "*.tsx").filter((file) => !file.startsWith("Tests/Support/Recipes/"));
  const found = testOnlyExports(root, files, (file) => file.startsWith("Tests/"));
  expect(found.filter((name) => !isPublished(name))).toEqual(Object.values(reasons).flat().sort());
});

test("exported values and imported names are found, however they are written", () => {
  const text = `
    import { a, b as c, type D } from "./a";
    import * as all from "./all";
    export { e as f } from "./e";
    const lazy = () => import("./lazy");
    export const g = 1, h = 2;
    export function i() {}
    export class J {}
    export enum K {}
    export interface L {}
    export type M = string;
    const n = 3;
  `;
  expect(namesIn("file.ts", text)).toEqual({
    exported: ["g", "h", "i", "J", "K"],
    imported: [
      ["./a", "a"],
      ["./a", "b"],
      ["./a", "D"],
      ["./all", "*"],
      ["./e", "e"],
      ["./lazy", "*"],
    ],
  });
});
