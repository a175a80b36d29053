import { bicepOf } from "../../../Client/DefenderPlan/planBicep";
import type { PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { azRestOf } from "../../../Client/DefenderPlan/planCommands";
import { format } from "../../../Client/Core/format";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { usePage } from "../../Kit/Session/dashboardContext";
import { Section } from "../../Kit/Controls/Section";
import { Settings as Text } from "./Settings.resjson";
import { stepTitle } from "./settingsLabels";

/** The plan's steps as commands and as Bicep. Changes of the cluster itself are code elsewhere: their recommendations have it. */
export function PlanCode({ review }: { readonly review: PlanReview }) {
  const { cluster } = usePage();
  const steps = review.steps.filter(({ kind }) => kind !== "cluster");
  const scopeId = review.scope === "cluster" ? cluster.id : cluster.subscriptionScope;
  return steps.length === 0 ? null : (
    <Section title={Text.codeTitle} startsOpen={false}>
      <p>{Text.codeText}</p>
      {steps.map((step) => (
        <StepCode key={step.kind} step={step} scopeId={scopeId} clusterName={cluster.name} />
      ))}
    </Section>
  );
}

function StepCode(props: {
  readonly step: PlanStep;
  readonly scopeId: string;
  readonly clusterName: string;
}) {
  const { step, scopeId, clusterName } = props;
  const command = azRestOf(step, scopeId);
  const bicep = bicepOf(step, clusterName);
  return (
    <>
      <strong>{Text.codeRest}</strong>
      {command === undefined ? (
        <p>{Text.codeNoRest}</p>
      ) : (
        <CodeBlock code={command} copyLabel={format(Text.codeCopyRest, stepTitle(step))} />
      )}
      {bicep !== undefined && (
        <>
          <strong>{Text.codeBicep}</strong>
          <CodeBlock code={bicep} copyLabel={Text.codeCopyBicep} />
        </>
      )}
    </>
  );
}
