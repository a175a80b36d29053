import { alertDetailsQuery, alertsBetweenQuery, listAlertsQuery } from "../../../Client/Alerts/alerts.query";
import {
  listMisconfigurationsQuery,
  misconfigurationDetailsQuery,
} from "../../../Client/Misconfigurations/misconfigurations.query";
import { reachableAlertsQuery } from "../../../Client/Suppression/suppression.query";
import { listComponentsQuery } from "../../../Client/Vulnerabilities/vulnerabilities.query";
import {
  componentCvesQuery,
  listContentsQuery,
} from "../../../Client/Vulnerabilities/vulnerabilityDetails.query";
import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import { resourceGraphTables } from "../../Conformance/resourceGraphTables";
import { aCluster } from "../../Support/aCluster";

/** What of a subscription reaches the join of our queries: joins of everything time out in a big one. */
const cluster = aCluster();
const [, , subscription = ""] = cluster.id.split("/");
const elsewhere = "/subscriptions/other/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm";
const node = `/subscriptions/${subscription}/resourceGroups/MC_g/providers/Microsoft.Compute/virtualMachineScaleSets/aks-a-1-vmss`;
const alertType = "microsoft.security/locations/alerts";

function alert(name: string, azureResourceId: string, startTimeUtc: string) {
  const properties = { resourceIdentifiers: [{ azureResourceId }], startTimeUtc, alertType: name };
  return { id: `${azureResourceId}/alerts/${name}`, name, type: alertType, properties };
}

function assessment(name: string, resource: string, recommendationCategory: string, type = "") {
  const id = `${resource}/providers/Microsoft.Security/assessments/${name}${type === "" ? "" : "/x/1"}`;
  const properties = { metadata: { recommendationCategory }, resourceDetails: { Id: resource } };
  return { id, name, type: `microsoft.security/assessments${type}`, properties };
}

const alerts = [
  alert("ofCluster", cluster.id, "2026-11-01T00:00:00Z"),
  alert("ofNode", node, "2026-10-01T00:00:00Z"),
  alert("elsewhere", elsewhere, "2026-11-01T00:00:00Z"),
];
const rows = [
  ...alerts,
  assessment("package", `${cluster.id}/securityentitydata/c`, "SoftwareUpdate"),
  assessment("24a15fbd-cfe4-4dff-b2be-1c367a6b2031", node, "Unknown"),
  assessment("setting", cluster.id, "Unknown"),
  assessment("assignment", cluster.id, "", "/governanceassignments"),
  assessment("foreign", elsewhere, "SoftwareUpdate"),
  assessment("foreign-setting", elsewhere, "Unknown"),
  { id: `${cluster.id}/x`, name: "another type", type: "microsoft.security/pricings", properties: {} },
];
const vulnerabilities = ["package", "24a15fbd-cfe4-4dff-b2be-1c367a6b2031", "assignment"];
const ofNovember = [new Date("2026-10-31T00:00:00Z"), new Date("2026-11-30T00:00:00Z")] as const;

test.each<[string, string, readonly string[]]>([
  ["alerts", listAlertsQuery(cluster), ["ofCluster", "ofNode"]],
  ["one alert", alertDetailsQuery(cluster, alerts[1]?.id ?? ""), ["ofNode"]],
  ["alerts of a time", alertsBetweenQuery(cluster, ...ofNovember), ["ofCluster"]],
  ["the reach of a rule", reachableAlertsQuery(cluster, "elsewhere"), ["elsewhere"]],
  ["components", listComponentsQuery(cluster), vulnerabilities],
  ["contents of components", listContentsQuery(cluster), vulnerabilities],
  ["CVEs of components", componentCvesQuery(cluster, ["x"]), vulnerabilities],
  ["misconfigurations", listMisconfigurationsQuery(cluster), ["setting", "assignment"]],
  ["one misconfiguration", misconfigurationDetailsQuery(cluster, "x"), ["setting", "assignment"]],
])("%s: nothing else is joined", (_, query, expected) => {
  const [beforeJoin = "", ...joins] = query.split(/\n\| join/);
  expect(joins.length).toBeGreaterThan(0);
  const blank = { tenantId: "", kind: "", location: "", resourceGroup: "", subscriptionId: "" };
  const database = resourceGraphTables.map((table) => ({
    ...table,
    rows: table.name === "securityresources" ? rows.map((row) => ({ ...blank, ...row })) : [],
  }));
  const left = runQuery(beforeJoin, database, new Date("2026-11-24T12:00:00Z")).rows;
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  expect(left.map(({ id }) => nameOf.get(String(id)))).toEqual(expected);
});
