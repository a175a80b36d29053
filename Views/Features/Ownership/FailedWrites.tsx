import { MessageBar, MessageBarType } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { outcomeText } from "../../Kit/Operations/runEnd";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { assessmentTitle } from "./ownershipLabels";
import type { FailedWrite } from "./useSaveOwners";

const mostListed = 20;

/** What a save could not write, one by one with the reason. */
export function FailedWrites({
  failed,
  total,
}: {
  readonly failed: readonly FailedWrite[];
  readonly total: number;
}) {
  if (failed.length === 0) {
    return null;
  }
  return (
    <MessageBar messageBarType={MessageBarType.error} isMultiline>
      {format(Text.someFailed, formatNumber(failed.length), formatNumber(total))}
      <ul>
        {failed.slice(0, mostListed).map((outcome) => (
          <li key={outcome.item.id}>{outcomeText(outcome, assessmentTitle(outcome.item))}</li>
        ))}
      </ul>
      {failed.length > mostListed && format(Text.moreFailed, formatNumber(failed.length - mostListed))}
    </MessageBar>
  );
}
