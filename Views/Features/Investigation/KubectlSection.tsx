import type { AlertDetails } from "../../../Client/Alerts/alert";
import { alertSubjectOf } from "../../../Client/Alerts/alertSubject";
import { format } from "../../../Client/Core/format";
import { visibleText } from "../../../Client/Core/visibleText";
import { kubectlCommands } from "../../../Client/Investigation/kubectl";
import { unfitNames, type NamedPart, type UnfitName } from "../../../Client/Investigation/kubectlNames";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { Section } from "../../Kit/Controls/Section";
import { Investigation } from "./Investigation.resjson";

/** Commands to look at what the alert is about and to contain it, ready to be copied. Nothing here runs them. */
export function KubectlSection({ alert }: { readonly alert: AlertDetails }) {
  const { cluster } = useDashboard();
  const subject = alertSubjectOf(alert);
  const commands = kubectlCommands(subject, cluster);
  const unfit = unfitNames(subject, cluster);
  return (
    <Section title={Investigation.sectionKubectl} startsOpen={false}>
      {commands.length === 0 && unfit.length === 0 && <p>{Investigation.kubectlNone}</p>}
      {unfit.map((one) => (
        <p key={one.part} style={{ overflowWrap: "anywhere" }}>
          {unfitText(one)}
        </p>
      ))}
      {commands.map(({ id, title, explanation, command }) => (
        <div key={id}>
          <h4>{Investigation[title]}</h4>
          <p>{Investigation[explanation]}</p>
          <CodeBlock code={command} copyLabel={format(Investigation.kubectlCopy, Investigation[title])} />
        </div>
      ))}
    </Section>
  );
}

const partLabels: Readonly<Record<NamedPart, string>> = {
  cluster: Investigation.partCluster,
  controller: Investigation.partController,
  controllerKind: Investigation.partControllerKind,
  namespace: Investigation.partNamespace,
  node: Investigation.partNode,
  pod: Investigation.partPod,
  pool: Investigation.partPool,
  resourceGroup: Investigation.partResourceGroup,
};

/** As long as the longest name that Kubernetes allows. */
const mostShown = 253;

function unfitText({ part, name }: UnfitName): string {
  const isAz = part === "cluster" || part === "resourceGroup";
  return format(
    Investigation.kubectlUnfit,
    partLabels[part],
    isAz ? Investigation.azureCli : Investigation.kubernetes,
    visibleText(name, mostShown),
  );
}
