import { format } from "../../../Client/Core/format";
import {
  openReasons,
  plannedTabs,
  type OpenReason,
  type PlannedTab,
} from "../../../Client/FixPlan/fixAction";
import type { Leftover } from "../../../Client/FixPlan/projection";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import { FixPlan as Text } from "./FixPlan.resjson";

const cves = (count: number) => pluralize(count, Text.cvesOne, Text.cvesMany);

const reasonTexts: Readonly<Record<Exclude<OpenReason, "unread">, (count: number) => string>> = {
  noFix: (count) => format(Text.leftNoFix, cves(count)),
  noVersion: (count) => format(Text.leftNoVersion, cves(count)),
  notAbove: (count) => format(Text.leftNotAbove, cves(count)),
  unknown: (count) => format(Text.leftUnknown, cves(count)),
  atCreation: (count) => format(Text.leftAtCreation, formatNumber(count)),
};

/**
 * What no action closes, in sentences, and why. The last is about alerts. `seesAll`: whether all lists were read and have findings; else
 * none left says nothing.
 */
export function leftoverTexts(
  { reasons, findings, unread }: Leftover,
  titleOf: (tab: PlannedTab) => string,
  seesAll: boolean,
): readonly string[] {
  const stays = plannedTabs.flatMap((tab) =>
    findings[tab] === 0 ? [] : [format(Text.ofTab, titleOf(tab), formatNumber(findings[tab]))],
  );
  return [
    ...(stays.length > 0 ? [format(Text.leftStays, stays.join("; "))] : seesAll ? [Text.leftNone] : []),
    ...openReasons.flatMap((reason) => {
      const count = reasons.get(reason) ?? 0;
      return reason === "unread" || count === 0 ? [] : [reasonTexts[reason](count)];
    }),
    ...(unread === 0 ? [] : [format(Text.leftUnread, formatNumber(unread))]),
    Text.leftAlerts,
  ];
}
