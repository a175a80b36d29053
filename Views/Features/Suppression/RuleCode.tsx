import { bicepOfRule } from "../../../Client/Suppression/suppressionBicep";
import type { SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { Section } from "../../Kit/Controls/Section";
import { Suppression } from "./Suppression.resjson";

/** The rule as Bicep, to be kept with other code. `isValid`: whether it could be created as it is. */
export function RuleCode({ rule, isValid }: { readonly rule: SuppressionRule; readonly isValid: boolean }) {
  return (
    <Section title={Suppression.codeTitle} startsOpen={false}>
      {isValid ? (
        <>
          <p>{Suppression.codeText}</p>
          <CodeBlock code={bicepOfRule(rule)} copyLabel={Suppression.codeCopy} />
        </>
      ) : (
        <p>{Suppression.codeLater}</p>
      )}
    </Section>
  );
}
