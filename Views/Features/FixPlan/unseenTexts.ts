import { plannedTabs, type PlannedTab } from "../../../Client/FixPlan/fixAction";
import { format } from "../../../Client/Core/format";
import { formatTime } from "../../Kit/Controls/formatDate";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import type { TabStanding } from "./tabStanding";
import { missingText } from "../../Kit/Protection/configurationNames";
import { nodesText } from "../../Kit/Protection/useNodeSight";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { FixPlan as Text } from "./FixPlan.resjson";

/** What of the lists the plan can't see, in sentences; none: everything was read. Alerts are no part of it. */
export function unseenTexts(standings: readonly TabStanding[]): readonly string[] {
  return standings.filter(({ id }) => plannedTabs.some((tab: PlannedTab) => tab === id)).flatMap(textsOf);
}

function textsOf(standing: TabStanding): readonly string[] {
  // Where none can be read, those of nodes aren't more of it.
  const isUnread = standing.screen.kind === "noPermission" || standing.screen.kind === "failed";
  const nodes = isUnread ? undefined : nodesText(standing.nodes, standing.noun);
  return [...screenTexts(standing), ...(nodes === undefined ? [] : [nodes])];
}

function screenTexts({ screen, title, noun, readScope }: TabStanding): readonly string[] {
  switch (screen.kind) {
    case "noPermission": {
      const text =
        readScope === "subscription" ? Text.unseenNoPermissionInSubscription : Text.unseenNoPermission;
      return [format(text, noun, screen.action)];
    }
    case "failed":
      return [format(Text.unseenFailed, title, screen.failure.message)];
    case "clean":
      return screen.doubts.length === 0 ? [] : [format(Text.unseenDoubtful, noun)];
    case "findings":
      return listTexts(screen, title, noun);
    case "loading":
      return [format(Text.unseenLoading, title)];
    default:
      return [format(emptyTexts[screen.kind], noun)];
  }
}

/** Of lists that are empty, and not because there's nothing to find. */
const emptyTexts = {
  notCovered: Text.unseenNotCovered,
  partlyCovered: Text.unseenPartly,
  neverScanned: Text.unseenNotScanned,
  awaitingScan: Text.unseenNotScanned,
} as const satisfies Readonly<Partial<Record<TabStanding["screen"]["kind"], string>>>;

type FoundScreen = Extract<TabStanding["screen"], { readonly kind: "findings" }>;

function listTexts({ findings, missing }: FoundScreen, title: string, noun: string): readonly string[] {
  const { listing, lost } = findings;
  const lostText =
    lost?.part === "refresh"
      ? format(Text.unseenOld, title, formatTime(listing.asOf))
      : lost && format(Text.unseenLost, noun, lost.failure.message);
  return [
    ...(lostText === undefined ? [] : [lostText]),
    ...(listing.complete || lost ? [] : [format(Text.unseenLoading, title)]),
    ...(listing.gaps.length === 0 ? [] : [format(Text.unseenGaps, noun, formatNumber(listing.gaps.length))]),
    ...(missing.length === 0
      ? []
      : [
          missingText(
            missing,
            { off: Findings.missingFindings, notReported: Findings.unreportedFindings },
            noun,
          ),
        ]),
  ];
}
