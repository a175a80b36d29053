import { upgradeNodeImageAction } from "../../../Client/NodePools/nodePool";
import { policyActions } from "../../../Client/Policy/policyAssignment";
import { quickFixes } from "../../../Client/QuickFixes/quickFixes";
import { allowsAction, type Permission } from "../../../Client/Core/rbac";
import type { AlertStatus } from "../../../Client/Alerts/alert";
import { ownerRights } from "../../../Views/Features/Ownership/ownerRights";
import { ruleRights } from "../../../Views/Features/Suppression/useSuppression";
import type { NeededRights } from "../../../Views/Kit/Operations/rights";
import { statusRights } from "../../../Views/Tabs/Alerts/useChangeStatus";
import { aCluster } from "../../Support/aCluster";

/** Built-in roles of Azure as they are published, as far as they say something about what the dashboard writes. */
const roles = {
  Owner: { actions: ["*"], notActions: [] },
  Contributor: {
    actions: ["*"],
    notActions: ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write"],
  },
  "Security Admin": {
    actions: [
      "Microsoft.Authorization/*/read",
      "Microsoft.Authorization/policyAssignments/*",
      "Microsoft.Security/*",
      "*/read",
    ],
    notActions: [],
  },
  "Azure Kubernetes Service Contributor Role": {
    actions: ["Microsoft.ContainerService/managedClusters/*", "*/read"],
    notActions: [],
  },
  Reader: { actions: ["*/read"], notActions: [] },
} as const satisfies Readonly<Record<string, Permission>>;

type Role = keyof typeof roles;

const security: readonly Role[] = ["Owner", "Contributor", "Security Admin"];
const cluster: readonly Role[] = ["Owner", "Contributor", "Azure Kubernetes Service Contributor Role"];
const diagnostics: readonly Role[] = ["Owner", "Contributor"];

const actionsOf = (rights: NeededRights) => rights.flat().map(({ action }) => action);
const statusActions = (status: AlertStatus) => actionsOf(statusRights({ alerts: [], status }, aCluster()));
const ruleActions = (act: "create" | "enable" | "remove") => actionsOf(ruleRights({ act }, aCluster()));
const ownerActions = (act: "assign" | "edit" | "remove") => actionsOf(ownerRights({ act }, aCluster()));
const fixActions = (fix: keyof typeof quickFixes) =>
  quickFixes[fix].rights(aCluster()).map(({ action }) => action);

/** What each command asks for, and who may do it. That a command asks for it is shown in Tests/Views/Dashboard/rights.test.tsx. */
test.each<[command: string, actions: readonly string[], allowed: readonly Role[]]>([
  ["set an alert to Active", statusActions("Active"), security],
  ["set an alert to In progress", statusActions("InProgress"), security],
  ["set an alert to Resolved", statusActions("Resolved"), security],
  ["dismiss an alert", statusActions("Dismissed"), security],
  ["create a suppression rule", ruleActions("create"), security],
  ["change a suppression rule", ruleActions("enable"), security],
  ["remove a suppression rule", ruleActions("remove"), security],
  ["assign an owner", ownerActions("assign"), security],
  ["edit an assignment", ownerActions("edit"), security],
  ["remove an assignment", ownerActions("remove"), security],
  ["fix: Azure Policy add-on", fixActions("policyAddOn"), cluster],
  ["fix: Defender profile", fixActions("defenderProfile"), cluster],
  ["fix: authorized IP ranges", fixActions("authorizedIpRanges"), cluster],
  ["fix: diagnostic logs", fixActions("diagnosticLogs"), diagnostics],
  ["assign a policy", [policyActions.write], ["Owner", "Security Admin"]],
  ["upgrade a node image", [upgradeNodeImageAction], cluster],
])("%s", (_, actions, allowed) => {
  expect(actions).not.toHaveLength(0);
  const able = (Object.keys(roles) as Role[]).filter((role) =>
    actions.every((action) => allowsAction([roles[role]], action)),
  );
  expect(able).toEqual(allowed);
});
