import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import type { UnderlyingAssessment, CurrentAssignment } from "./underlyingAssessment";
import { dateOf, isYes, structureOf, textOf, textsOf, type JsonRecord } from "../Core/json";
import { levelNamed, recommendationLevels } from "../Core/level";
import type { MapResult } from "../Core/mapResult";

/** Reads rows of the query for what findings stand for. One without an id cannot be written to and becomes a gap. */
export function underlyingFromRow(row: JsonRecord): MapResult<UnderlyingAssessment> {
  const id = textOf(row.id);
  const title = textOf(row.displayName) ?? id ?? "?";
  if (id === undefined) {
    return unreadableRow("Recommendation", title, "id", row.id);
  }
  return {
    item: {
      id,
      title,
      // Only decides the proposed due date; the least urgent one where it cannot be read.
      level: levelNamed(recommendationLevels, row.level) ?? "Low",
      resourceId: textOf(row.resourceId)?.toLowerCase() ?? "",
      recommendation: textOf(row.recommendation)?.toLowerCase() ?? "",
      isVulnerability: isYes(row.isVulnerability),
      current: currentFromRow(row),
      fails: { byItself: isYes(row.isFailing), initiatives: textsOf(structureOf(row.initiatives) ?? []) },
    },
  };
}

/** Owner and due date of a row's assessment; `undefined`: it has no owner. */
export function currentFromRow(row: JsonRecord): CurrentAssignment | undefined {
  const owner = textOf(row.owner);
  return owner === undefined ? undefined : { owner, due: dateOf(row.due) };
}
