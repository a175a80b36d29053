import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import type { ClusterScope } from "../Core/clusterScope";
import { dateOf, recordOf, textOf, textsOf, type JsonRecord } from "../Core/json";
import { levelNamed, recommendationLevels } from "../Core/level";
import type { MapResult } from "../Core/mapResult";
import type { Misconfiguration, MisconfigurationDetails } from "./misconfiguration";
import { ownershipFromRow } from "../Core/ownership";
import { policyGuid } from "../Core/recommendation";
import { remedyKeyOf } from "../Core/recommendationLifecycle";
import { builtInPolicies } from "../Core/builtInPolicies";
import { portalLink } from "../Core/trustedLink";

type Mapper<T> = (row: JsonRecord) => MapResult<T>;

/**
 * Reads rows of the list query. One without an id or a level of the scale cannot be placed in the list and becomes a gap.
 * `now` decides what is overdue.
 */
export function misconfigurationFromRow(cluster: ClusterScope, now: Date): Mapper<Misconfiguration> {
  return (row) => {
    const id = typeof row.id === "string" && row.id !== "" ? row.id : undefined;
    const key = textOf(row.name) ?? "";
    const title = textOf(row.displayName) ?? key;
    const remedyKey = remedyKeyOf({ key, title });
    const level = levelNamed(recommendationLevels, row.level);
    if (id === undefined) {
      return unreadableRow("Recommendation", title, "id", row.id);
    }
    if (level === undefined) {
      return unreadableRow("Recommendation", title, "level", row.level);
    }
    return {
      item: {
        id,
        key,
        title,
        level,
        ranking: row.ranking === "risk" ? "risk" : "severity",
        resource: resourceName(cluster, textOf(row.resourceId)),
        firstSeen: dateOf(row.firstEvaluationDate),
        policyId: policyGuid(row.policyDefinitionId) ?? policyOfReplaced(key, remedyKey),
        tactics: textsOf(row.tactics),
        ownership: ownershipFromRow(row, now),
      },
    };
  };
}

/** Reads rows of the details query: columns of the list, and all `properties`. */
export function misconfigurationDetailsFromRow(
  cluster: ClusterScope,
  now: Date,
): Mapper<MisconfigurationDetails> {
  const map = misconfigurationFromRow(cluster, now);
  return (row) => {
    const properties = recordOf(row.properties);
    const status = recordOf(properties.status);
    const metadata = recordOf(properties.metadata);
    const mapped = map({
      ...row,
      displayName: properties.displayName ?? metadata.displayName,
      firstEvaluationDate: status.firstEvaluationDate,
      policyDefinitionId: metadata.policyDefinitionId,
      tactics: metadata.tactics,
    });
    if ("rowError" in mapped) {
      return mapped;
    }
    return {
      item: {
        ...mapped.item,
        descriptionHtml: textOf(metadata.description) ?? "",
        remediationHtml: textOf(metadata.remediationDescription) ?? "",
        changed: dateOf(status.statusChangeDate),
        portalLink: portalLink(recordOf(properties.links).azurePortal),
      },
    };
  };
}

/** An agentless successor comes without a policy; that of the recommendation it replaces still keeps such containers out. */
function policyOfReplaced(key: string, remedyKey: string): string | undefined {
  return remedyKey === key ? undefined : builtInPolicies.get(remedyKey)?.policyId;
}

function resourceName(cluster: ClusterScope, resourceId: string | undefined): string | undefined {
  const isCluster = resourceId === undefined || resourceId.toLowerCase() === cluster.id.toLowerCase();
  return isCluster ? undefined : resourceId.split("/").at(-1);
}
