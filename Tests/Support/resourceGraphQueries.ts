import { readdirSync } from "node:fs";
import path from "node:path";
import { alertDetailsQuery, alertsBetweenQuery, listAlertsQuery } from "../../Client/Alerts/alerts.query";
import { listClustersQuery, worstPerClusterQuery } from "../../Client/Clusters/clusters.query";
import { complianceDetailsQuery, listComplianceQuery } from "../../Client/Compliance/compliance.query";
import { listCoverageQuery } from "../../Client/DefenderPlan/planCoverage.query";
import type { ClusterScope } from "../../Client/Core/clusterScope";
import { listWorkspacesQuery } from "../../Client/QuickFixes/fixes.query";
import { underlyingAssessmentsQuery, assignmentsQuery } from "../../Client/Ownership/ownership.query";
import {
  listMisconfigurationsQuery,
  misconfigurationDetailsQuery,
} from "../../Client/Misconfigurations/misconfigurations.query";
import {
  alertProofQuery,
  complianceProofQuery,
  componentProofQuery,
  misconfigurationProofQuery,
} from "../../Client/Proof/proof.query";
import { reachableAlertsQuery } from "../../Client/Suppression/suppression.query";
import { listComponentsQuery } from "../../Client/Vulnerabilities/vulnerabilities.query";
import {
  componentCvesQuery,
  componentDetailsQuery,
  listContentsQuery,
} from "../../Client/Vulnerabilities/vulnerabilityDetails.query";

/** Every query of the product, by file and function; `text` goes wherever a text may be passed in. */
export const resourceGraphQueries: Readonly<
  Record<string, Readonly<Record<string, (cluster: ClusterScope, text: string) => string>>>
> = {
  "Alerts/alerts.query.ts": {
    listAlertsQuery,
    alertDetailsQuery,
    alertsBetweenQuery: (cluster) =>
      alertsBetweenQuery(cluster, new Date("2026-08-01T00:00:00Z"), new Date("2026-11-24T12:00:00Z")),
  },
  "Clusters/clusters.query.ts": { listClustersQuery, worstPerClusterQuery },
  "Compliance/compliance.query.ts": {
    listComplianceQuery,
    complianceDetailsQuery: (_, text) => complianceDetailsQuery({ assessmentId: text, recommendation: text }),
  },
  "DefenderPlan/planCoverage.query.ts": { listCoverageQuery },
  "QuickFixes/fixes.query.ts": { listWorkspacesQuery },
  "Ownership/ownership.query.ts": {
    underlyingAssessmentsQuery: (cluster, text) =>
      underlyingAssessmentsQuery(cluster, [
        { kind: "assessment", id: text },
        { kind: "recommendation", id: text },
        { kind: "recommendation", id: text, initiative: text },
        { kind: "resource", id: text },
      ]),
    assignmentsQuery: (_, text) => assignmentsQuery([text]),
  },
  "Misconfigurations/misconfigurations.query.ts": {
    listMisconfigurationsQuery,
    misconfigurationDetailsQuery,
  },
  "Proof/proof.query.ts": {
    alertProofQuery,
    misconfigurationProofQuery,
    componentProofQuery,
    complianceProofQuery,
  },
  "Suppression/suppression.query.ts": {
    reachableAlertsQuery: (cluster, text) => reachableAlertsQuery(cluster, text),
  },
  "Vulnerabilities/vulnerabilities.query.ts": { listComponentsQuery },
  "Vulnerabilities/vulnerabilityDetails.query.ts": {
    listContentsQuery,
    componentCvesQuery: (cluster, text) => componentCvesQuery(cluster, [text, "other"]),
    componentDetailsQuery: (cluster, text) => componentDetailsQuery(cluster, text, text),
  },
};

const client = path.resolve(__dirname, "../../Client");

/** The functions that the query files of the client export, by file. */
export function queryFiles(): Readonly<Record<string, readonly string[]>> {
  const files = readdirSync(client, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".query.ts"));
  return Object.fromEntries(
    files.map((file) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by their names, all at once
      const exported = require(path.join(client, file)) as Readonly<Record<string, unknown>>;
      return [file, Object.keys(exported).filter((name) => typeof exported[name] === "function")];
    }),
  );
}

/** Whatever could end a literal, in one text: parsing a query takes long. */
export const hostileKql = `' or true // it's "quoted" back\\slash \\' or true //\r\nline\u2028 {0} \\`;

/** A scope all of whose parts are a text. Deep links can carry one. */
export function scopeNamed(text: string): ClusterScope {
  const resourceGroupId = `/subscriptions/${text}/resourceGroups/${text}`;
  const id = `${resourceGroupId}/providers/Microsoft.ContainerService/managedClusters/${text}`;
  const subscriptionScope = `/subscriptions/${text}`;
  return { id, subscriptionId: text, resourceGroup: text, name: text, resourceGroupId, subscriptionScope };
}
