import { MessageBar, MessageBarType } from "@fluentui/react";
import { fillIn } from "../../../Client/Domain/fillIn";
import { Bulk } from "../Bulk.resjson";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import type { FailedWrite } from "./useOwnershipEditing";

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
      {fillIn(Text.someFailed, failed.length.toLocaleString(), total.toLocaleString())}
      <ul>
        {failed.slice(0, mostListed).map((outcome) => (
          <li key={outcome.item.id}>{reasonOf(outcome)}</li>
        ))}
      </ul>
      {failed.length > mostListed && fillIn(Text.moreFailed, (failed.length - mostListed).toLocaleString())}
    </MessageBar>
  );
}

function reasonOf(outcome: FailedWrite): string {
  const name = fillIn(Text.taskItem, outcome.item.title, outcome.item.resourceId.split("/").at(-1) ?? "");
  return outcome.result === "failed"
    ? fillIn(Bulk.outcomeFailed, name, outcome.failure.message)
    : fillIn(Bulk.outcomeNotSent, name);
}
