import type { Azure } from "../Azure/Pipeline/azure";
import { checkedPage } from "../Azure/ResourceGraph/checkedPage";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { runResourceGraph, runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import type { ClusterScope } from "../Core/clusterScope";
import { FailureError } from "../Core/failure";
import { complianceDetailsQuery, failingStandard, listComplianceQuery } from "./compliance.query";
import { complianceDetailsFromRows, complianceFromRow } from "./complianceFromRow";
import type { ComplianceService } from "./complianceService";

/** Compliance read from the regulatory rows in Resource Graph's `securityresources`, joined with the cluster's assessments. */
export function createArmComplianceService(
  { resourceGraph }: Azure,
  cluster: ClusterScope,
): ComplianceService {
  const { subscriptionId } = cluster;
  return {
    async listPage(cursor, signal) {
      const query = {
        commandName: "Dashboard/ListCompliance",
        kql: listComplianceQuery(cluster),
        subscriptionId,
        countBy: ["level", "standard", failingStandard],
        cursor,
      };
      const page = await runResourceGraph(resourceGraph, query, signal);
      return checkedPage(page, cursor, complianceFromRow(new Date()));
    },

    async get(issue, signal) {
      const query = {
        commandName: "Dashboard/GetCompliance",
        kql: complianceDetailsQuery(issue),
        subscriptionId,
      };
      const { rows } = await runWholeQuery(resourceGraph, query, signal);
      const details = complianceDetailsFromRows(issue, rows);
      if (!details) {
        throw new FailureError({ kind: "notFound", message: Messages.findingGone });
      }
      return details;
    },
  };
}
