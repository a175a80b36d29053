import { Checkbox, ChoiceGroup, DatePicker, Dropdown, SpinButton, Stack, TextField } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import {
  suppressionReasons,
  type RuleProblem,
  type SuppressionOperator,
  type SuppressionReason,
} from "../../../Client/Suppression/suppressionRule";
import type { DraftCondition, DraftExpiry, RuleDraft } from "./ruleDraft";
import { Suppression } from "./Suppression.resjson";
import { fieldLabels, problemLabels, reasonLabels } from "./suppressionLabels";

/** The form of a rule. It keeps nothing: what is entered goes to `onChange` at once. */
export function RuleForm(props: {
  readonly draft: RuleDraft;
  readonly clusterName: string;
  readonly problems: readonly RuleProblem[];
  readonly onChange: (draft: RuleDraft) => void;
}) {
  const { draft, clusterName, problems, onChange } = props;
  const change = (part: Partial<RuleDraft>) => onChange({ ...draft, ...part });
  const problemIn = (...kinds: readonly RuleProblem[]) => {
    const found = problems.find((problem) => kinds.includes(problem));
    return found && problemLabels[found];
  };
  return (
    <Stack tokens={{ childrenGap: 16 }}>
      <TextField
        label={Suppression.name}
        required
        value={draft.name}
        description={Suppression.nameHint}
        errorMessage={problemIn("nameLength", "nameAlphabet", "nameTaken")}
        onChange={(_, name = "") => change({ name })}
      />
      <Dropdown
        label={Suppression.reason}
        selectedKey={draft.reason}
        options={suppressionReasons.map((reason) => ({ key: reason, text: reasonLabels[reason] }))}
        onChange={(_, option) => option && change({ reason: option.key as SuppressionReason })} // Keys are the reasons above.
      />
      <TextField
        label={Suppression.comment}
        multiline
        autoAdjustHeight
        value={draft.comment}
        onChange={(_, comment = "") => change({ comment })}
      />
      <ExpiryFields
        expiry={draft.expiry}
        problem={problemIn("expiryMissing", "expiryPast")}
        onChange={(expiry) => change({ expiry })}
      />
      <Stack tokens={{ childrenGap: 8 }}>
        <h2>{Suppression.scope}</h2>
        <Checkbox
          label={format(Suppression.onlyThisCluster, clusterName)}
          checked={draft.onlyThisCluster}
          onChange={(_, checked = false) => change({ onlyThisCluster: checked })}
        />
      </Stack>
      <Conditions
        conditions={draft.conditions}
        problem={problemIn("conditionEmpty")}
        onChange={(conditions) => change({ conditions })}
      />
    </Stack>
  );
}

function ExpiryFields(props: {
  readonly expiry: DraftExpiry;
  readonly problem: string | undefined;
  readonly onChange: (expiry: DraftExpiry) => void;
}) {
  const { expiry, problem, onChange } = props;
  const kinds: Readonly<Record<DraftExpiry["kind"], DraftExpiry>> = {
    days: { kind: "days", days: 30 },
    date: { kind: "date", date: undefined },
    never: { kind: "never" },
  };
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <ChoiceGroup
        label={Suppression.expiry}
        selectedKey={expiry.kind}
        options={[
          { key: "days", text: Suppression.expiryDays },
          { key: "date", text: Suppression.expiryDate },
          { key: "never", text: Suppression.expiryNever },
        ]}
        onChange={(_, option) => option && onChange(kinds[option.key as DraftExpiry["kind"]])} // Keys are those above.
      />
      {expiry.kind === "days" && (
        <SpinButton
          label={Suppression.days}
          value={String(expiry.days)}
          min={1}
          max={3650}
          incrementButtonAriaLabel={Suppression.moreDays}
          decrementButtonAriaLabel={Suppression.fewerDays}
          styles={{ root: { maxWidth: 180 } }}
          onChange={(_, value) => onChange({ kind: "days", days: Number(value) })}
        />
      )}
      {expiry.kind === "date" && (
        <DatePicker
          label={Suppression.date}
          {...(expiry.date ? { value: expiry.date } : {})}
          ariaLabel={Suppression.date}
          onSelectDate={(date) => onChange({ kind: "date", date: date ?? undefined })}
        />
      )}
      {problem !== undefined && <span role="alert">{problem}</span>}
    </Stack>
  );
}

function Conditions(props: {
  readonly conditions: readonly DraftCondition[];
  readonly problem: string | undefined;
  readonly onChange: (conditions: readonly DraftCondition[]) => void;
}) {
  const { conditions, problem, onChange } = props;
  const changeAt = (position: number, part: Partial<DraftCondition>) =>
    onChange(
      conditions.map((condition, index) => (index === position ? { ...condition, ...part } : condition)),
    );
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <h2>{Suppression.conditions}</h2>
      <span>{conditions.length === 0 ? Suppression.conditionsNone : Suppression.conditionsHint}</span>
      {conditions.map((condition, index) => (
        <ConditionFields key={index} condition={condition} onChange={(part) => changeAt(index, part)} />
      ))}
      {problem !== undefined && <span role="alert">{problem}</span>}
    </Stack>
  );
}

function ConditionFields(props: {
  readonly condition: DraftCondition;
  readonly onChange: (part: Partial<DraftCondition>) => void;
}) {
  const { condition, onChange } = props;
  const { field, operator, value, isChosen } = condition;
  const label = fieldLabels[field];
  return (
    <Stack tokens={{ childrenGap: 4 }}>
      <Checkbox
        label={isChosen ? label : `${label}: ${value}`}
        checked={isChosen}
        onChange={(_, checked = false) => onChange({ isChosen: checked })}
      />
      {isChosen && (
        <Stack horizontal tokens={{ childrenGap: 8 }} styles={{ root: { paddingLeft: 28 } }}>
          <Dropdown
            ariaLabel={format(Suppression.operator, label)}
            selectedKey={operator}
            styles={{ root: { width: 110 } }}
            options={[
              { key: "in", text: Suppression.operatorIn },
              { key: "contains", text: Suppression.operatorContains },
            ]}
            onChange={(_, option) => option && onChange({ operator: option.key as SuppressionOperator })} // Keys are those above.
          />
          <TextField
            ariaLabel={format(Suppression.value, label)}
            value={value}
            styles={{ root: { flexGrow: 1 } }}
            onChange={(_, text = "") => onChange({ value: text })}
          />
        </Stack>
      )}
    </Stack>
  );
}
