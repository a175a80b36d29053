import { MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { formatTime } from "../Controls/formatDate";
import type { Outdated } from "../Model/loadable";
import { Findings } from "./Findings.resjson";

/** Stands above what was read before a refresh failed: how old it is, why, and a way to try again. */
export function OutdatedNote({ load }: { readonly load: Outdated<unknown> }) {
  const { failure, readAt, refreshing, retry } = load;
  return (
    <MessageBar
      messageBarType={MessageBarType.warning}
      isMultiline
      actions={
        <MessageBarButton
          text={Findings.retry}
          disabled={refreshing}
          allowDisabledFocus
          onClick={() => retry()}
        />
      }
    >
      {format(Findings.outdated, formatTime(readAt), failure.message)}
      {failure.requestId !== undefined && ` ${Findings.requestId}: ${failure.requestId}`}
    </MessageBar>
  );
}
