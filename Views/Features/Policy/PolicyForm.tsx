import { ChoiceGroup, Stack, TextField } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { ownOf } from "../../../Client/Core/json";
import { assignmentTargets, type AssignmentTarget } from "../../../Client/Policy/policyAssignment";
import {
  offeredEffects,
  type PolicyDefinition,
  type PolicyEffect,
} from "../../../Client/Policy/policyDefinition";
import type { AssignmentDraft, DraftProblem } from "../../../Client/Policy/policyDraft";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { ParameterField } from "./ParameterField";
import { PolicyTexts as Text } from "./Policy.resjson";
import { effectLabels, kindsText } from "./policyLabels";

interface FormProps {
  readonly definition: PolicyDefinition;
  readonly draft: AssignmentDraft;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (part: Partial<AssignmentDraft>) => void;
}

/** The form of an assignment. It keeps nothing: what is entered goes to `onChange` at once. */
export function PolicyForm(props: FormProps) {
  const { definition, draft, onChange } = props;
  const { cluster } = useDashboard();
  const targetLabels: Readonly<Record<AssignmentTarget, string>> = {
    cluster: format(Text.targetCluster, cluster.name),
    resourceGroup: format(Text.targetResourceGroup, cluster.resourceGroup),
    subscription: Text.targetSubscription,
  };
  return (
    <Stack tokens={{ childrenGap: 16 }}>
      <ChoiceGroup
        label={Text.target}
        selectedKey={draft.target}
        options={assignmentTargets.map((key) => ({ key, text: targetLabels[key] }))}
        onChange={(_, option) => {
          const target = assignmentTargets.find((key) => key === option?.key);
          return target && onChange({ target });
        }}
      />
      <EffectField {...props} />
      {definition.excludedNamespaces && <ExcludedField {...props} />}
      <ParameterFields {...props} />
    </Stack>
  );
}

const effectHints: Readonly<Record<PolicyEffect, string>> = {
  audit: Text.auditHint,
  deny: Text.denyHint,
  disabled: effectLabels.disabled,
};

function EffectField({ definition, draft, problems, onChange }: FormProps) {
  const offered = offeredEffects(definition);
  if (offered.length === 0) {
    return <span>{Text.fixedEffect}</span>;
  }
  return (
    <>
      <ChoiceGroup
        label={Text.effect}
        selectedKey={draft.effect}
        options={offered.map((key) => ({ key, text: format(effectHints[key], kindsText(definition.kinds)) }))}
        onChange={(_, option) => {
          const effect = offered.find((key) => key === option?.key);
          return effect && onChange({ effect });
        }}
      />
      {problems.some(({ where }) => where === "effect") && <span role="alert">{Text.effectNotAllowed}</span>}
    </>
  );
}

function ExcludedField({ draft, problems, onChange }: FormProps) {
  const wrong = problems.flatMap((problem) =>
    problem.where === "excludedNamespaces" ? [problem.value] : [],
  );
  return (
    <TextField
      label={Text.excluded}
      description={Text.excludedHint}
      multiline
      rows={4}
      value={draft.excludedNamespaces.join("\n")}
      {...(wrong.length > 0 ? { errorMessage: format(Text.notANamespace, wrong.join(", ")) } : {})}
      onChange={(_, text = "") => onChange({ excludedNamespaces: text.split("\n") })}
    />
  );
}

function ParameterFields({ definition, draft, problems, onChange }: FormProps) {
  const problemOf = (name: string) =>
    problems.flatMap((problem) =>
      problem.where === "parameter" && problem.name === name ? [problem.problem] : [],
    )[0];
  return (
    <Stack tokens={{ childrenGap: 12 }} role="group" aria-label={Text.parameters}>
      <strong>{Text.parameters}</strong>
      {definition.parameters.length === 0 && <span>{Text.noParameters}</span>}
      {definition.parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          text={ownOf(draft.entered, parameter.name) ?? ""}
          problem={problemOf(parameter.name)}
          onChange={(text) => onChange({ entered: { ...draft.entered, [parameter.name]: text } })}
        />
      ))}
    </Stack>
  );
}
