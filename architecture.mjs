/**
 * Which room may import which: one complete table. A room may import itself and what stands behind it, nothing else of the tree; a file that
 * stands in no room may import nothing. Imports of types count. ESLint and `Tests/Architecture` both read it.
 *
 * A room is a folder with everything below it, or a single file. Rooms do not lie in each other. `*` stands for every folder at that
 * place that has no row of its own, `{name}` behind it for the name of that folder: one more of a kind needs no row.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const core = ["Client/Core"];
const pipeline = "Client/Azure/Pipeline";
const arm = "Client/Azure/Arm";
const resourceGraph = "Client/Azure/ResourceGraph";
const area = [...core, pipeline, arm, resourceGraph];

const kit = [...core, "Views/Kit"];
const tab = [...kit, "Client/{name}"];

const sdk = "Extension/PortalSdk";
const manifest = "ExtensionManifest.json";
const emulator = "Extension/ArmEmulator";
const local = "Extension/LocalPortal";
const gate = [...core, `${local}/Gate`];

/** @type {Readonly<Record<string, readonly string[]>>} */
const table = {
  // Client: no React, no portal.
  "Client/Core": [],
  [pipeline]: core,
  [arm]: [...core, pipeline],
  [resourceGraph]: [...core, pipeline, arm],
  "Client/*": area,
  "Client/Suppression": [...area, "Client/Alerts"],
  "Client/Investigation": [...area, "Client/Alerts"],
  "Client/RemediationCode": [...core, "Client/Vulnerabilities", "Client/Misconfigurations"],
  "Client/FixPlan": [
    ...core,
    "Client/Vulnerabilities",
    "Client/Misconfigurations",
    "Client/Compliance",
    "Client/QuickFixes",
    "Client/RemediationCode",
  ],
  "Client/Proof": [...area, "Client/Vulnerabilities", "Client/Compliance"],
  "Client/services.ts": [...core, pipeline, "Client/*"],
  "Client/settingsServices.ts": [
    ...core,
    pipeline,
    "Client/DefenderPlan",
    "Client/Permissions",
    "Client/QuickFixes",
    "Client/services.ts",
  ],

  // Views: the kit knows no tab and no feature, a tab no other tab.
  "Views/Kit": [...core, "Client/services.ts", "Client/Vulnerabilities/Vex"],
  "Views/Features/*": [...kit, "Client/{name}"],
  "Views/Features/Recommendations": [...kit, "Client/QuickFixes", "Views/Features/Ownership"],
  "Views/Features/Policy": [...kit, "Client/Policy", "Views/Features/Recommendations"],
  "Views/Features/RemediationCode": [...kit, "Client/RemediationCode", "Client/Misconfigurations"],
  "Views/Features/FixPlan": [
    ...kit,
    "Client/FixPlan",
    "Client/Vulnerabilities",
    "Client/Compliance",
    "Client/RemediationCode",
    "Views/Features/RemediationCode",
  ],
  "Views/Features/Suppression": [...kit, "Client/Suppression", "Client/Alerts"],
  "Views/Features/Investigation": [
    ...kit,
    "Client/Investigation",
    "Client/Alerts",
    "Views/Features/Recommendations",
  ],
  "Views/Features/DefenderPlan": [
    ...kit,
    "Client/DefenderPlan",
    "Client/QuickFixes",
    "Views/Features/QuickFixes",
  ],
  "Views/Tabs/*": tab,
  "Views/Tabs/Alerts": [
    ...tab,
    "Views/Features/Suppression",
    "Views/Features/Investigation",
    "Views/Features/Proof",
  ],
  "Views/Tabs/Vulnerabilities": [
    ...tab,
    "Client/RemediationCode",
    "Views/Features/NodePools",
    "Views/Features/Ownership",
    "Views/Features/Proof",
    "Views/Features/Recommendations",
    "Views/Features/RemediationCode",
  ],
  "Views/Tabs/Misconfigurations": [
    ...tab,
    "Views/Features/Ownership",
    "Views/Features/Policy",
    "Views/Features/QuickFixes",
    "Views/Features/Proof",
    "Views/Features/Recommendations",
    "Views/Features/RemediationCode",
  ],
  "Views/Tabs/Compliance": [
    ...tab,
    "Client/RemediationCode",
    "Views/Features/Ownership",
    "Views/Features/Policy",
    "Views/Features/QuickFixes",
    "Views/Features/Proof",
    "Views/Features/Recommendations",
    "Views/Features/RemediationCode",
  ],
  "Views/Tabs/registry.ts": ["Views/Kit", "Client/services.ts", "Views/Tabs/*"],
  "Views/Dashboard": [
    ...kit,
    "Views/Features/DefenderPlan",
    "Views/Features/FixPlan",
    "Views/Features/QuickFixes",
  ],
  "Views/SecurityDashboard.ReactView.tsx": [
    ...kit,
    "Views/Dashboard",
    "Views/Tabs/registry.ts",
    "Extension/Portal",
    sdk,
  ],
  "Views/SecurityDashboard.DataFetcher.ts": [...kit, "Extension/Portal"],
  "Views/PlanSettings.ReactView.tsx": [...kit, "Views/Features/DefenderPlan", "Extension/Portal", sdk],

  // Extension: the portal's adapters, the stand-in of its package, and what runs both without Azure.
  "Extension/Portal": [...core, pipeline, "Client/services.ts", "Client/settingsServices.ts", sdk, manifest],
  [sdk]: [],
  "Extension/CommandLine": core,
  "Extension/Theme": [sdk],
  "Extension/Manifest.resjson.ts": [],
  "Extension/build": ["Client/Core/apiVersionTable.ts", "Extension/CommandLine", "package.json"],

  // The emulator speaks wire JSON by itself, or it would repeat the client's mistakes.
  [`${emulator}/Kql`]: [],
  [`${emulator}/World`]: [`${emulator}/Kql`],
  [`${emulator}/Server`]: [`${emulator}/World`, "Extension/CommandLine"],
  [`${emulator}/ResourceGraph`]: [`${emulator}/Kql`, `${emulator}/World`, `${emulator}/Server`],
  [`${emulator}/SignIn`]: [`${emulator}/World`, `${emulator}/Server`],
  [`${emulator}/Operations`]: [`${emulator}/World`, `${emulator}/Server`, `${emulator}/ResourceGraph`],
  [`${emulator}/Scenarios`]: [
    `${emulator}/World`,
    `${emulator}/Server`,
    `${emulator}/ResourceGraph`,
    `${emulator}/Operations`,
    "Extension/CommandLine",
  ],
  [`${emulator}/operations.ts`]: [`${emulator}/Operations`, `${emulator}/Server`],
  [`${emulator}/startArmEmulator.ts`]: [
    `${emulator}/World`,
    `${emulator}/Server`,
    `${emulator}/SignIn`,
    `${emulator}/Scenarios`,
    `${emulator}/operations.ts`,
    "Extension/CommandLine",
  ],

  // What runs in a browser (Shell, Frame) knows nothing of servers and sign-in.
  [`${local}/Frame`]: [
    sdk,
    "Extension/Portal",
    "Extension/Theme",
    "Views/SecurityDashboard.ReactView.tsx",
    "Views/SecurityDashboard.DataFetcher.ts",
    "Views/PlanSettings.ReactView.tsx",
  ],
  [`${local}/Shell`]: [
    ...core,
    sdk,
    "Extension/Theme",
    "Extension/Manifest.resjson.ts",
    `${local}/Frame/handshake.ts`,
    "Views/Kit/Controls/useStyles.ts",
    "Views/Kit/Controls/usePageStyles.ts",
    manifest,
  ],
  [`${local}/Gate`]: [...core, sdk, "Extension/CommandLine"],
  [`${local}/Server`]: [...core, "Extension/CommandLine", "Extension/build", `${local}/Gate`],
  [`${local}/AzureMode`]: [
    ...gate,
    sdk,
    "Client/Azure/Pipeline",
    "Client/Clusters",
    "Extension/CommandLine",
    `${local}/Server`,
    `${local}/Shell/route.ts`,
  ],
  [`${local}/Sideload`]: [
    ...gate,
    "Extension/CommandLine",
    "Extension/build",
    `${local}/Server`,
    `${local}/AzureMode`,
    manifest,
    "package.json",
  ],
  [`${local}/startLocalPortal.ts`]: [
    ...gate,
    sdk,
    `${local}/Server`,
    `${local}/Shell/route.ts`,
    `${local}/Shell/Shell.resjson.ts`,
    `${emulator}/Scenarios`,
    `${emulator}/startArmEmulator.ts`,
  ],

  // The program: one command line for all of it.
  "Extension/Doctor": [...core, "Extension/CommandLine", "package.json"],
  "Extension/Program": [
    ...gate,
    pipeline,
    "Client/services.ts",
    "Views/Kit/Report",
    "Views/Tabs/registry.ts",
    "Extension/CommandLine",
    "Extension/Doctor",
    "Extension/build",
    `${local}/AzureMode`,
    `${local}/Sideload/certificate.ts`,
    `${local}/startLocalPortal.ts`,
    `${emulator}/Kql`,
    `${emulator}/Scenarios`,
    `${emulator}/startArmEmulator.ts`,
    sdk,
    "package.json",
  ],
};

const isFile = (room) => /\.\w+$/.test(room);
const parentOf = (pattern) => pattern.slice(0, -"/*".length);

/** The folders that a row with `*` is about: those that the table doesn't name, nor anything in them. */
function roomsOf(row) {
  if (!row.endsWith("/*")) {
    return [row];
  }
  const named = Object.keys(table).filter((other) => other !== row);
  return foldersIn(parentOf(row)).filter(
    (room) => !named.some((other) => other === room || other.startsWith(`${room}/`)),
  );
}

function foldersIn(parent) {
  return readdirSync(path.join(import.meta.dirname, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`);
}

/** What an entry of a room's row stands for: rooms that exist, the room itself aside. */
function entryRooms(room, entry) {
  if (entry.endsWith("/*")) {
    return rooms
      .map(([other]) => other)
      .filter((other) => path.posix.dirname(other) === parentOf(entry) && !isFile(other));
  }
  const named = entry.replace("{name}", path.posix.basename(room));
  return named === entry || existsSync(path.join(import.meta.dirname, named)) ? [named] : [];
}

/** `[room, entries of its row, row]` */
const rooms = Object.entries(table).flatMap(([row, entries]) =>
  roomsOf(row).map((room) => [room, entries, row]),
);

/** Each entry of the table with the imports that it allows, as `[room, other room]`. */
export const allowances = Object.entries(table).flatMap(([row, entries]) =>
  entries.map((entry) => ({
    row,
    entry,
    allows: rooms
      .filter(([, , own]) => own === row)
      .flatMap(([room]) => entryRooms(room, entry).map((other) => [room, other])),
  })),
);

/** The table without patterns: each room with the rooms that it may import. */
export const mayImport = Object.fromEntries(
  rooms.map(([room, entries]) => [room, [...new Set(entries.flatMap((entry) => entryRooms(room, entry)))]]),
);

/** Patterns of ESLint for the files of the rooms. */
export const roomFiles = Object.keys(mayImport).map((room) => (isFile(room) ? room : `${room}/**`));

/** The table as zones of `import-x/no-restricted-paths`, whose paths start at the root of the tree. */
export const importZones = Object.entries(mayImport).map(([room, others]) => ({
  target: `./${room}`,
  from: ".",
  except: [room, ...others, "node_modules"].map((path) => `./${path}`),
  message: `Import rule: ${room} may not import this (architecture.mjs).`,
}));
