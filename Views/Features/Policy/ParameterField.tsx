import { Dropdown, TextField } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { isRequired, type PolicyParameter } from "../../../Client/Policy/policyDefinition";
import { textOfValue, type ParameterProblem } from "../../../Client/Policy/policyDraft";
import { PolicyTexts as Text } from "./Policy.resjson";
import { parameterProblemLabels } from "./policyLabels";

/** One parameter of a definition: a choice where the definition names the values, else text. */
export function ParameterField(props: {
  readonly parameter: PolicyParameter;
  readonly text: string;
  readonly problem: ParameterProblem | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { parameter, text, problem, onChange } = props;
  const { kind, displayName, description, allowedValues } = parameter;
  const errorMessage = problem === undefined ? {} : { errorMessage: parameterProblemLabels[problem] };
  const required = isRequired(parameter);
  const choices = choicesOf(parameter);
  if (choices.length > 0) {
    return (
      <div>
        <Dropdown
          label={displayName}
          required={required}
          selectedKey={text || null}
          options={choices.map((choice) => ({ key: choice, text: choice }))}
          {...errorMessage}
          onChange={(_, option) => option && onChange(String(option.key))}
        />
        <small>{description}</small>
      </div>
    );
  }
  const hints = [
    description,
    kind === "list" ? Text.listHint : "",
    kind === "object" ? Text.jsonHint : "",
    allowedValues.length > 0 ? format(Text.oneOf, allowedValues.map(textOfValue).join(", ")) : "",
  ];
  return (
    <TextField
      label={displayName}
      required={required}
      description={hints.filter((hint) => hint !== "").join(" ")}
      multiline={kind === "list" || kind === "object"}
      value={text}
      {...errorMessage}
      onChange={(_, next = "") => onChange(next)}
    />
  );
}

function choicesOf({ kind, allowedValues }: PolicyParameter): readonly string[] {
  if (kind === "boolean") {
    return ["true", "false"];
  }
  return kind === "text" || kind === "number" ? allowedValues.map(textOfValue) : [];
}
