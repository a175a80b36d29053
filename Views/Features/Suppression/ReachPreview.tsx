import { Link, MessageBar, MessageBarType } from "@fluentui/react";
import { useState } from "react";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { format } from "../../../Client/Core/format";
import { ruleMatches } from "../../../Client/Suppression/suppressionMatch";
import { reachOf, type ReachableAlerts, type RuleReach } from "../../../Client/Suppression/suppressionReach";
import type { SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import type { Loadable } from "../../Kit/Model/loadable";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { usePermission } from "../../Kit/Operations/rights";
import { Suppression } from "./Suppression.resjson";

/** RBAC action without which Resource Graph leaves alerts out in silence. */
const readAlerts = "Microsoft.Security/locations/alerts/read";

/** Whether alerts of the subscription may be missing for want of the right to read them. */
export function useIsPartial(): boolean {
  const [whyNot] = usePermission(
    (action, { subscriptionScope: scope }) => [[{ action, scope }]],
    [readAlerts],
  );
  return whyNot !== undefined;
}

/** What a rule would dismiss, kept up with the form. What could not be checked is said, never taken for nothing. */
export function ReachPreview(props: {
  readonly rule: SuppressionRule;
  readonly alert: AlertDetails;
  readonly reachable: Loadable<ReachableAlerts>;
}) {
  const { rule, alert, reachable } = props;
  return (
    <LoadedPart
      load={reachable}
      loadingText={Suppression.reachLoading}
      failedText={Suppression.reachFailed}
      failedAs="warning"
    >
      {(alerts) => (
        <KnownReach
          reach={reachOf(rule, alerts)}
          unreadable={alerts.unreadable}
          fitsItself={ruleMatches(rule, { alertType: alert.alertType, entities: alert.rawEntities })}
        />
      )}
    </LoadedPart>
  );
}

function KnownReach(props: {
  readonly reach: RuleReach;
  readonly unreadable: number;
  readonly fitsItself: boolean;
}) {
  const { reach, unreadable, fitsItself } = props;
  const [isOpen, setOpen] = useState(false);
  const isPartial = useIsPartial();
  return (
    <>
      <p role="status">{countText(reach)}</p>
      <p>
        {[...reach.bySeverity]
          .map(([severity, count]) => format(Suppression.reachSeverity, formatNumber(count), severity))
          .join(", ")}
      </p>
      {!fitsItself && (
        <MessageBar messageBarType={MessageBarType.warning}>{Suppression.reachNotItself}</MessageBar>
      )}
      {isPartial && (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          {format(Suppression.reachPartial, readAlerts)}
        </MessageBar>
      )}
      {unreadable > 0 && <p>{format(Suppression.reachUnreadable, formatNumber(unreadable))}</p>}
      {reach.dismisses.length > 0 && !isOpen && (
        <Link styles={{ root: { textDecoration: "underline" } }} onClick={() => setOpen(true)}>
          {Suppression.reachShow}
        </Link>
      )}
      {isOpen && reach.dismisses.length > 0 && <ReachedAlerts reach={reach} />}
    </>
  );
}

function countText({ dismisses, inThisCluster, elsewhere }: RuleReach): string {
  const [all, here, others] = [dismisses.length, inThisCluster, elsewhere].map((count) =>
    formatNumber(count),
  );
  return dismisses.length === 0
    ? Suppression.reachNone
    : format(Suppression.reachCount, all ?? "", here ?? "", others ?? "");
}

function ReachedAlerts({ reach }: { readonly reach: RuleReach }) {
  return (
    <SimpleTable
      caption={Suppression.reachList}
      headers={[
        Suppression.columnSeverity,
        Suppression.columnTitle,
        Suppression.columnResource,
        Suppression.columnWhere,
        Suppression.columnStart,
      ]}
      rows={reach.dismisses.map((alert) => [
        alert.severity,
        alert.title,
        alert.compromisedEntity || Findings.unknownValue,
        alert.isThisCluster ? Suppression.whereHere : Suppression.whereElsewhere,
        <span key="start">{formatMoment(alert.startTime)}</span>,
      ])}
    />
  );
}
