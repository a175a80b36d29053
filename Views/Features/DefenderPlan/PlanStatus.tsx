import { hiddenContentStyle, Icon, Link } from "@fluentui/react";
import {
  missingConfigurations,
  type DefenderPlan,
  type MissingConfiguration,
} from "../../../Client/Core/defenderPlan";
import { format } from "../../../Client/Core/format";
import { missingText } from "../../Kit/Protection/configurationNames";
import { lastKnown, unreachable, type Outdated } from "../../Kit/Model/loadable";
import { formatTime } from "../../Kit/Controls/formatDate";
import type { Protection } from "../../Kit/Screens/screen";
import { FailureNote } from "../../Kit/Screens/FailureNote";
import { useOpenSettings } from "../../Kit/Session/useOpenSettings";
import { useProtection } from "../../Kit/Protection/useProtection";
import { inFlatFrames, inNarrowFlatFrames } from "../../Kit/Controls/lowFrame";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { CoverageLink } from "./CoverageLink";
import { Plan } from "./Plan.resjson";

/** "Microsoft Defender for Containers status": on, off, partial with what is missing, or why it is not known. */
export function PlanStatus() {
  const classes = useStyles(statusStyles);
  const protection = useProtection();
  return (
    <section aria-label={Plan.title} className={classes.status}>
      <h2 className={classes.title}>{Plan.title}</h2>
      <PlanState {...protection} />
      <OtherChecks {...protection} />
      <SettingsLink plan={protection.plan} />
      <CoverageLink />
    </section>
  );
}

function PlanState({ plan, profile }: Pick<Protection, "plan" | "profile">) {
  const classes = useStyles(statusStyles);
  switch (plan.status) {
    case "loading":
      return <p className={classes.state}>{Plan.loading}</p>;
    case "failed":
      return (
        <>
          <p className={classes.state}>
            <strong className={classes.word}>{Plan.unknown}</strong>
          </p>
          <FailureNote {...plan} text={Plan.unknownBecause} about={Plan.checkPlan} />
        </>
      );
    case "ready":
      return <KnownPlan plan={plan.value} profile={profile} />;
    case "outdated":
      return (
        <>
          <KnownPlan plan={plan.value} profile={profile} isOutdated />
          <FailureNote {...plan} text={outdatedText(plan)} about={Plan.checkPlan} />
        </>
      );
    default:
      return unreachable(plan);
  }
}

/** What else isn't known of the protection. Where the plan is off, what is installed in the cluster changes nothing. */
function OtherChecks({ plan, profile, cspm }: Protection) {
  return (
    <>
      {lastKnown(plan)?.isOn !== false && "failure" in profile && (
        <FailureNote {...profile} text={Plan.clusterUnknown} about={Plan.checkCluster} />
      )}
      {"failure" in cspm && <FailureNote {...cspm} text={Plan.cspmUnknown} about={Plan.checkCspm} />}
    </>
  );
}

/** To the settings of the scope that decides, as far as that is known. */
function SettingsLink({ plan }: Pick<Protection, "plan">) {
  const openSettings = useOpenSettings();
  const known = lastKnown(plan);
  const scope = known?.isOn ? known.scope : "cluster";
  return <Link onClick={() => openSettings(scope)}>{Plan.settings}</Link>;
}

function KnownPlan(props: {
  readonly plan: DefenderPlan;
  readonly profile: Protection["profile"];
  /** The plan could not be read again, so that it might be another one by now. */
  readonly isOutdated?: boolean;
}) {
  const { plan, profile, isOutdated = false } = props;
  const classes = useStyles(statusStyles);
  const missing = missingConfigurations(plan, lastKnown(profile));
  const mark = markOf(plan, missing, isOutdated);
  return (
    <>
      <p className={classes.state}>
        <Icon iconName={mark.icon} className={classes[mark.tone]} aria-hidden />
        <strong className={classes.word}>{mark.word}</strong>
        {plan.isOn && <span>{plan.scope === "subscription" ? Plan.forSubscription : Plan.forCluster}</span>}
      </p>
      {!plan.isOn && <p className={classes.detail}>{Plan.offText}</p>}
      {missing.length > 0 && (
        <p className={classes.detail}>
          {missingText(missing, { off: Plan.partialText, notReported: Plan.notReportedText })}
        </p>
      )}
    </>
  );
}

/** The status in one word, with its icon. What is missing, or might have changed since, is never a green check. */
function markOf(plan: DefenderPlan, missing: readonly MissingConfiguration[], isOutdated: boolean) {
  if (!plan.isOn) {
    return { word: Plan.off, icon: "StatusErrorFull", tone: "bad" } as const;
  }
  const word = missing.some(({ where }) => where !== "notReported") ? Plan.partial : Plan.on;
  return missing.length > 0 || isOutdated
    ? ({ word, icon: "Warning", tone: "warning" } as const)
    : ({ word, icon: "SkypeCircleCheck", tone: "good" } as const);
}

/** The reason is filled in with the rest of the note. */
function outdatedText({ readAt }: Outdated<unknown>): string {
  return format(Plan.outdated, formatTime(readAt), "{0}");
}

const statusStyles = themeStyles((theme) => ({
  status: {
    flex: "1 1 240px",
    minWidth: 0,
    selectors: {
      [inFlatFrames]: {
        display: "flex",
        flex: "0 1 auto",
        flexWrap: "wrap",
        alignItems: "center",
        gap: "0 12px",
        padding: "0 3px",
      },
    },
  },
  title: {
    ...theme.fonts.medium,
    fontWeight: 600,
    margin: "0 0 4px",
    selectors: { [inFlatFrames]: { margin: 0 }, [inNarrowFlatFrames]: hiddenContentStyle },
  },
  state: {
    display: "flex",
    alignItems: "center",
    gap: 8,
    margin: 0,
    minHeight: 28,
    selectors: { [inFlatFrames]: { minHeight: 24 } },
  },
  word: {
    ...theme.fonts.xLarge,
    fontWeight: 600,
    lineHeight: 28,
    selectors: { [inFlatFrames]: { fontSize: 13, lineHeight: 24 } },
  },
  detail: { margin: 0, color: theme.semanticColors.bodySubtext, overflowWrap: "anywhere" },
  good: { color: theme.semanticColors.successIcon, fontSize: 18 },
  warning: { color: theme.semanticColors.severeWarningIcon, fontSize: 18 },
  bad: { color: theme.semanticColors.errorIcon, fontSize: 18 },
}));
