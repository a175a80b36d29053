import { ActionButton } from "@fluentui/react";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import {
  alertSubjectOf,
  isAboutNode,
  searchTextOf,
  type AlertSubject,
} from "../../../Client/Alerts/alertSubject";
import { useGoToTab } from "../../Kit/Model/dashboardView";
import type { Fact } from "../../../Client/Core/label";
import { FactList, type ShownFact } from "../../Kit/Controls/FactList";
import { TermButton } from "../../Kit/Terms/TermButton";
import { Recommendations } from "../Recommendations/Recommendations.resjson";
import { Section } from "../../Kit/Controls/Section";
import { Investigation } from "./Investigation.resjson";
import { workloadFacts } from "./workloadFacts";

/** The fact with the callout of its term, if it has one. */
function explained(fact: Fact): ShownFact {
  const isTerm = fact.name === String(Investigation.workloadDigest);
  return isTerm ? { ...fact, about: <TermButton term="imageDigest" /> } : fact;
}

/** What the alert is about, from the namespace down to the image, and the way to what else is wrong with it. */
export function WorkloadSection({ alert }: { readonly alert: AlertDetails }) {
  const subject = alertSubjectOf(alert);
  const goTo = useGoToTab();
  const facts = workloadFacts(subject).map(explained);
  const { namespace } = subject;
  const search = searchTextOf(subject);
  const isNode = isAboutNode(subject);
  return (
    <Section title={titleOf(subject)}>
      {facts.length === 0 ? <p>{Investigation.workloadNone}</p> : <FactList facts={facts} />}
      {search !== undefined && (
        <>
          <ActionButton
            text={isNode ? Investigation.nodeVulnerabilities : Investigation.workloadVulnerabilities}
            iconProps={{ iconName: "Bug" }}
            onClick={() =>
              goTo("vulnerabilities", [
                { type: "reset" },
                { type: "search", text: search },
                ...(namespace === undefined
                  ? []
                  : [{ type: "filter" as const, key: "namespace", values: [namespace] }]),
              ])
            }
          />
          {!isNode && (
            <ActionButton
              text={Investigation.workloadMisconfigurations}
              iconProps={{ iconName: "Settings" }}
              onClick={() =>
                goTo("misconfigurations", [
                  { type: "reset" },
                  // What can be wrong with a container is what an Azure Policy can keep out.
                  { type: "filter", key: "remediation", values: [Recommendations.remediationPolicy] },
                ])
              }
            />
          )}
        </>
      )}
    </Section>
  );
}

function titleOf(subject: AlertSubject): string {
  if (!isAboutNode(subject)) {
    return Investigation.sectionWorkload;
  }
  return subject.node === undefined ? Investigation.sectionPool : Investigation.sectionNode;
}
