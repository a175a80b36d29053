import { Checkbox, MessageBar, MessageBarType, Stack } from "@fluentui/react";
import { readableLine } from "../../../Client/Core/visibleText";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import { format } from "../../../Client/Core/format";
import type { UnderlyingAssessments } from "../../../Client/Ownership/ownershipService";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import type { OwnedRow, OwnershipAct } from "./ownedRow";
import { skippedTexts } from "./skipped";

/** How many assignments a save will write, and what else it touches. */
export function WriteSummary(props: {
  readonly act: OwnershipAct;
  readonly rows: readonly OwnedRow[];
  readonly underlying: UnderlyingAssessments;
  readonly targets: readonly UnderlyingAssessment[];
  readonly replaces: boolean;
  /** `undefined`: which ones are written is known already. */
  readonly onReplace: ((replaces: boolean) => void) | undefined;
}) {
  const { act, rows, underlying, targets, replaces, onReplace } = props;
  const skipped = onReplace ? skippedTexts(act, rows, underlying.assessments, targets) : [];
  const owned = underlying.assessments.filter(({ current }) => current).length;
  const owners = [...new Set(targets.flatMap(({ current }) => (current ? [current.owner] : [])))];
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <Headline act={act} targets={targets} rows={rows.length} owned={owned} />
      {act === "assign" && owned > 0 && onReplace && (
        <Checkbox
          label={format(Text.replace, formatNumber(owned))}
          checked={replaces}
          onChange={(_, checked = false) => onReplace(checked)}
        />
      )}
      {skipped.length > 0 && (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          {skipped.join(" ")}
        </MessageBar>
      )}
      {act === "remove" && owners.length > 0 && <span>{format(Text.removeOwners, owners.join(", "))}</span>}
      {targets.length > 0 && <span>{Text.shared}</span>}
      {underlying.unreadable > 0 && (
        <MessageBar messageBarType={MessageBarType.warning}>
          {format(Text.underlyingUnreadable, formatNumber(underlying.unreadable))}
        </MessageBar>
      )}
    </Stack>
  );
}

function Headline(props: {
  readonly act: OwnershipAct;
  readonly targets: readonly UnderlyingAssessment[];
  readonly rows: number;
  /** How many assessments have an assignment. */
  readonly owned: number;
}) {
  const { act, targets, rows, owned } = props;
  return targets.length === 0 && owned === 0 ? (
    <span>{Text.nothingToWrite}</span>
  ) : (
    <strong role="status">{countText(act, targets, rows)}</strong>
  );
}

function countText(act: OwnershipAct, targets: readonly UnderlyingAssessment[], rows: number): string {
  const [first] = targets;
  const isRemoval = act === "remove";
  if (targets.length === 1 && first) {
    return format(isRemoval ? Text.removesOne : Text.writesOne, readableLine(first.title));
  }
  const count = formatNumber(targets.length);
  if (rows === 1) {
    return format(isRemoval ? Text.removesManyOfOne : Text.writesManyOfOne, count);
  }
  return format(isRemoval ? Text.removesMany : Text.writesMany, count, formatNumber(rows));
}
