import { MessageBar, MessageBarType } from "@fluentui/react";
import { readableText } from "../../../Client/Core/visibleText";
import type { Fact } from "../../../Client/Core/label";
import type { Alert, AlertDetails } from "../../../Client/Alerts/alert";
import { distinctFacts } from "../../../Client/Alerts/distinctFacts";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { FactList, type ShownFact } from "../../Kit/Controls/FactList";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { LoadedDetails } from "../../Kit/Details/LoadedDetails";
import { PanelBody } from "../../Kit/Details/PanelBody";
import { Section } from "../../Kit/Controls/Section";
import { useDetails } from "../../Kit/Session/useDetails";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { AlertActions } from "./AlertActions";
import { AlertEntities } from "./AlertEntities";
import { AlertMitre } from "./AlertMitre";
import { Alerts } from "./Alerts.resjson";
import { Investigation } from "../../Features/Investigation/Investigation.resjson";
import { KubectlSection } from "../../Features/Investigation/KubectlSection";
import { LogsSection } from "../../Features/Investigation/LogsSection";
import { RelatedSection } from "../../Features/Investigation/RelatedSection";
import { otherFacts } from "../../Features/Investigation/workloadFacts";
import { WorkloadSection } from "../../Features/Investigation/WorkloadSection";
import { ProofSection } from "../../Features/Proof/ProofSection";
import { TermButton, TermButtons } from "../../Kit/Terms/TermButton";
import { readAlert } from "./readAlert";

/** Loads one alert and shows all that Defender for Cloud says of it. */
export function AlertDetailsView({ item }: { readonly item: Alert }) {
  const details = useDetails(...readAlert(item.id));
  return (
    <LoadedDetails details={details} loadingText={Alerts.loadingDetails} failedText={Alerts.detailsFailed}>
      {(alert) => <AlertSections alert={alert} />}
    </LoadedDetails>
  );
}

/** The sections of an alert. */
function AlertSections({ alert }: { readonly alert: AlertDetails }) {
  const classes = useStyles(sectionStyles);
  return (
    <PanelBody foot={<AlertActions alert={alert} />}>
      <UnreadableParts parts={alert.unreadable} />
      <Section title={Alerts.sectionDescription}>
        <p className={classes.prose}>{readableText(alert.description) || Alerts.noDescription}</p>
      </Section>
      <Section title={Alerts.sectionMitigate}>
        {alert.mitigationSteps.length === 0 ? (
          <p className={classes.prose}>{Alerts.noMitigation}</p>
        ) : (
          <ol className={classes.steps}>
            {alert.mitigationSteps.map((step, index) => (
              <li key={index}>{readableText(step)}</li>
            ))}
          </ol>
        )}
      </Section>
      <WorkloadSection alert={alert} />
      <RelatedSection alert={alert} />
      <Section title={Alerts.sectionGeneral}>
        <FactList facts={generalFacts(alert)} />
      </Section>
      <Section title={Alerts.sectionMitre}>
        <AlertMitre tactics={alert.tactics} techniques={alert.techniques} />
        <TermButton term="mitre" />
      </Section>
      <Section title={Alerts.sectionEntities}>
        <AlertEntities entities={alert.entities} />
      </Section>
      <ProofSection tab="alerts" subject={{ kind: "alert", id: alert.id }} />
      <LogsSection alert={alert} />
      <KubectlSection alert={alert} />
      <Section title={Alerts.sectionTimes}>
        <FactList facts={times(alert)} />
      </Section>
      <Section title={Investigation.sectionRules} startsOpen={false}>
        <p className={classes.prose}>
          {Investigation.rulesText} <TermButtons named={["drift", "gating"]} />
        </p>
        <ExternalLink href={Investigation.rulesLinkTarget}>{Investigation.rulesLink}</ExternalLink>
      </Section>
    </PanelBody>
  );
}

/** What the alert says beside its workload, which has a section of its own. */
function generalFacts(alert: AlertDetails) {
  const { alertType, compromisedEntity, facts } = alert;
  const own: readonly Fact[] = [
    { name: Alerts.factAlertType, value: alertType || Alerts.notReported },
    { name: Alerts.factCompromised, value: compromisedEntity || Alerts.notReported },
  ];
  const asReported = otherFacts(alert, facts).map((fact) => ({ ...fact, key: Alerts.asReported }));
  return distinctFacts([...own.map((fact) => ({ ...fact, key: fact.name })), ...asReported]);
}

function times({ startTime, endTime, generatedTime, updatedTime }: AlertDetails): readonly ShownFact[] {
  const all = [
    [Alerts.timeStart, startTime],
    [Alerts.timeEnd, endTime],
    [Alerts.timeGenerated, generatedTime],
    [Alerts.timeUpdated, updatedTime],
  ] as const;
  return all.map(([name, time]) => ({ name, value: formatMoment(time), isFormatted: true }));
}

function UnreadableParts({ parts }: { readonly parts: readonly string[] }) {
  return parts.length === 0 ? null : (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {Alerts.unreadableParts}
      <ul>
        {parts.map((part) => (
          <li key={part}>{readableText(part)}</li>
        ))}
      </ul>
    </MessageBar>
  );
}

// What an alert says holds names and command lines of attackers: every character counts, spaces included.
const evidence = { overflowWrap: "anywhere", unicodeBidi: "isolate", whiteSpace: "pre-wrap" } as const;
const sectionStyles = themeStyles(() => ({
  prose: { ...evidence, margin: 0 },
  steps: { margin: 0, paddingLeft: 20, selectors: { li: { ...evidence, marginBottom: 6, paddingLeft: 4 } } },
}));
