import type { AlertDetails } from "../../../Client/Alerts/alert";
import { alertSubjectOf } from "../../../Client/Alerts/alertSubject";
import { fillIn } from "../../../Client/Core/fillIn";
import { kubectlCommands } from "../../../Client/Investigation/kubectl";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { Section } from "../../Kit/Controls/Section";
import { Investigation } from "./Investigation.resjson";

/** Commands to look at what the alert is about and to contain it, ready to be copied. Nothing here runs them. */
export function KubectlSection({ alert }: { readonly alert: AlertDetails }) {
  const { cluster } = useDashboard();
  const commands = kubectlCommands(alertSubjectOf(alert), cluster);
  return (
    <Section title={Investigation.sectionKubectl} startsOpen={false}>
      {commands.length === 0 && <p>{Investigation.kubectlNone}</p>}
      {commands.map(({ id, title, explanation, command }) => (
        <div key={id}>
          <h4>{Investigation[title]}</h4>
          <p>{Investigation[explanation]}</p>
          <CodeBlock code={command} copyLabel={fillIn(Investigation.kubectlCopy, Investigation[title])} />
        </div>
      ))}
    </Section>
  );
}
