import { Icon } from "@fluentui/react";
import type { DefenderPlan, MissingConfiguration } from "../../Client/Domain/defenderPlan";
import { fillIn } from "../../Client/Domain/fillIn";
import { unreachable } from "../Findings/loadable";
import { usePlan } from "../Findings/usePlan";
import { themeStyles, useStyles } from "../Findings/useStyles";
import { Plan } from "./Plan.resjson";

/** Names that the settings use for the service's extensions. An extension without one is shown by its own. */
const labels: Readonly<Record<string, string>> = {
  AgentlessDiscoveryForKubernetes: Plan.kubernetesApiAccess,
  AgentlessVmScanning: Plan.agentlessScanning,
  ContainerIntegrityContribution: Plan.securityFindings,
  ContainerRegistriesVulnerabilityAssessments: Plan.registryAccess,
  ContainerSensor: Plan.sensor,
};

/** "Microsoft Defender for Containers status": on, off, partial with what is missing, or why it is not known. */
export function PlanStatus() {
  const classes = useStyles(statusStyles);
  const plan = usePlan();
  return (
    <section aria-label={Plan.title} className={classes.status}>
      <h2 className={classes.title}>{Plan.title}</h2>
      <PlanState plan={plan} />
    </section>
  );
}

function PlanState({ plan }: { readonly plan: ReturnType<typeof usePlan> }) {
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
          <p className={classes.detail}>
            {fillIn(Plan.unknownBecause, plan.failure.missingAction ?? plan.failure.message)}
          </p>
        </>
      );
    case "ready":
      return <KnownPlan plan={plan.value} />;
    default:
      return unreachable(plan);
  }
}

function KnownPlan({ plan }: { readonly plan: DefenderPlan }) {
  const classes = useStyles(statusStyles);
  const isPartial = plan.missing.length > 0;
  const word = !plan.isOn ? Plan.off : isPartial ? Plan.partial : Plan.on;
  const icon = !plan.isOn ? "StatusErrorFull" : isPartial ? "Warning" : "SkypeCircleCheck";
  const tone = !plan.isOn ? classes.bad : isPartial ? classes.warning : classes.good;
  return (
    <>
      <p className={classes.state}>
        <Icon iconName={icon} className={tone} aria-hidden />
        <strong className={classes.word}>{word}</strong>
        {plan.isOn && <span>{plan.scope === "subscription" ? Plan.forSubscription : Plan.forCluster}</span>}
      </p>
      {!plan.isOn && <p className={classes.detail}>{Plan.offText}</p>}
      {isPartial && (
        <p className={classes.detail}>{fillIn(Plan.partialText, plan.missing.map(missingText).join("; "))}</p>
      )}
    </>
  );
}

function missingText({ name, failure }: MissingConfiguration): string {
  const label = labels[name] ?? name;
  return failure === undefined ? label : fillIn(Plan.failedConfiguration, label, failure);
}

const statusStyles = themeStyles((theme) => ({
  status: { flex: "1 1 260px", minWidth: 0 },
  title: { ...theme.fonts.medium, fontWeight: 600, margin: "0 0 4px" },
  state: { display: "flex", alignItems: "center", gap: 8, margin: 0, minHeight: 28 },
  word: { ...theme.fonts.xLarge, fontWeight: 600, lineHeight: 28 },
  detail: { margin: 0, color: theme.semanticColors.bodySubtext, overflowWrap: "anywhere" },
  good: { color: theme.semanticColors.successIcon, fontSize: 18 },
  warning: { color: theme.semanticColors.severeWarningIcon, fontSize: 18 },
  bad: { color: theme.semanticColors.errorIcon, fontSize: 18 },
}));
