import { MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { lastKnown } from "../../Kit/Model/loadable";
import type { TabStanding } from "./tabStanding";
import { FailureBanner } from "../../Kit/Screens/FailureBanner";
import { FixPlan as Text } from "./FixPlan.resjson";
import { unseenTexts } from "./unseenTexts";
import { readAtOnce, type PlanReading } from "./useFixPlan";

/** What the plan couldn't see: a list that failed never looks like one with nothing to fix. */
export function Unseen(props: { readonly standings: readonly TabStanding[]; readonly reading: PlanReading }) {
  const { standings, reading } = props;
  const texts = unseenTexts(standings);
  return (
    <>
      {texts.length > 0 && (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          <strong>{Text.unseenTitle}</strong>
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </MessageBar>
      )}
      <UnreadCves reading={reading} />
    </>
  );
}

function UnreadCves({ reading }: { readonly reading: PlanReading }) {
  const { cves, targets, limit, raiseLimit } = reading;
  const failures = lastKnown(cves)?.failures ?? [];
  const whole = cves.status === "failed" ? [cves.failure] : failures;
  const refreshing = cves.status !== "loading" && cves.status !== "failed" && cves.refreshing;
  return (
    <>
      {whole.map((failure) => (
        <FailureBanner
          key={failure.message}
          failure={failure}
          text={Text.cvesFailed}
          isRetrying={refreshing}
          retry={reading.retryCves}
        />
      ))}
      {targets > limit && (
        <MessageBar
          messageBarType={MessageBarType.warning}
          isMultiline
          actions={
            <MessageBarButton
              text={format(Text.readMore, formatNumber(Math.min(readAtOnce, targets - limit)))}
              onClick={raiseLimit}
            />
          }
        >
          {format(Text.unseenLimit, formatNumber(limit), formatNumber(targets - limit))}
        </MessageBar>
      )}
    </>
  );
}
