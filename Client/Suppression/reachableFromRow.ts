import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import { parseArmId, sameArmId } from "../Core/armId";
import { alertSeverities, levelNamed } from "../Core/level";
import {
  dateOf,
  firstTextOf,
  property,
  recordOf,
  structureOf,
  textOf,
  isRecord,
  type JsonRecord,
} from "../Core/json";
import type { MapResult } from "../Core/mapResult";
import { resourceIdsOf } from "../Alerts/alertPlace";
import { affectedName } from "../Core/scaleSetNode";
import type { ReachableAlert } from "./suppressionReach";

/**
 * Reads rows of the reach query. A row whose severity or entities cannot be read is a gap: whether a rule would match it is not
 * known. This cluster's alerts name the cluster, or something in its node resource group, which each row carries.
 */
export function reachableFromRow(clusterId: string): (row: JsonRecord) => MapResult<ReachableAlert> {
  return (row) => {
    const properties = recordOf(row.properties);
    const read = (name: string) => property(properties, name);
    const id = textOf(row.id);
    const severity = levelNamed(alertSeverities, read("severity"));
    const entities = entitiesOf(read("entities"));
    if (id === undefined || severity === undefined) {
      return unreadableRow("Alert", id ?? "?", "severity", read("severity"));
    }
    if (entities === undefined) {
      return unreadableRow("Alert", id, "entities", read("entities"));
    }
    const resourceIds = resourceIdsOf(read("resourceIdentifiers"));
    const nodeResourceGroup = textOf(row.nodeResourceGroup)?.toLowerCase();
    return {
      item: {
        id,
        title: firstTextOf(read("alertDisplayName"), read("alertType")) ?? id,
        severity,
        alertType: textOf(read("alertType")) ?? "",
        entities,
        isOpen: isOpen(read("status")),
        isThisCluster: resourceIds.some(
          (one) => sameArmId(one, clusterId) || isInGroup(one, clusterId, nodeResourceGroup),
        ),
        startTime: dateOf(read("startTimeUtc")),
        compromisedEntity: affectedName(textOf(read("compromisedEntity")) ?? "", resourceIds),
      },
    };
  };
}

/** An alert without entities has none; `undefined` when they are no list. */
function entitiesOf(value: unknown): readonly unknown[] | undefined {
  const entities = structureOf(value ?? []);
  return isRecord(entities) ? undefined : entities;
}

function isOpen(status: unknown): boolean {
  return ["active", "new", "inprogress"].includes(textOf(status)?.toLowerCase() ?? "");
}

/** Whether a resource lies in the node resource group, which is in the subscription of the cluster. */
function isInGroup(id: string, clusterId: string, group: string | undefined): boolean {
  const resource = parseArmId(id);
  const subscription = parseArmId(clusterId)?.subscriptionId.toLowerCase();
  return (
    resource !== undefined &&
    resource.resourceGroup.toLowerCase() === group &&
    resource.subscriptionId.toLowerCase() === subscription
  );
}
