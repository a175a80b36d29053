import { formatNumber, pluralize, namedList } from "../../Kit/Controls/formatNumber";
import { standingFor, type UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import { format } from "../../../Client/Core/format";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import type { OwnedRow, OwnershipAct } from "./ownedRow";

/**
 * What of the selected rows a save leaves as it is, one sentence each, true before the save and after it: recommendations that keep
 * their owner, those without an owner to change, and rows with nothing to write at all. Empty: nothing is skipped.
 */
export function skippedTexts(
  act: OwnershipAct,
  rows: readonly OwnedRow[],
  assessments: readonly UnderlyingAssessment[],
  targets: readonly UnderlyingAssessment[],
): readonly string[] {
  const written = new Set(targets.map(({ id }) => id));
  const left = assessments.filter(({ id }) => !written.has(id));
  const isUnderlying = standingFor(assessments);
  const resolved = assessments.length === 0 ? [] : rows.filter(({ key }) => !isUnderlying(key));
  const names = namesOf(rows.filter(({ key }) => standingFor(left)(key)));
  const count = formatNumber(left.length);
  const owners = namedList([...new Set(left.flatMap(({ current }) => (current ? [current.owner] : [])))]);
  return [
    ...(left.length === 0
      ? []
      : [
          act === "assign"
            ? pluralize(
                left.length,
                format(Text.keepsOne, owners, names),
                format(Text.keepsMany, count, owners, names),
              )
            : pluralize(left.length, format(Text.unownedOne, names), format(Text.unownedMany, count, names)),
        ]),
    ...(resolved.length === 0 ? [] : [format(Text.nothingToChange, namesOf(resolved))]),
  ];
}

function namesOf(rows: readonly OwnedRow[]): string {
  return namedList(rows.map(({ title }) => title));
}
