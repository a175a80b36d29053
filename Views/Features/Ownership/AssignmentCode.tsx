import type { AssignmentChange } from "../../../Client/Ownership/assignment";
import { bicepOfAssignments } from "../../../Client/Ownership/assignmentBicep";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import { format } from "../../../Client/Core/format";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { Section } from "../../Kit/Controls/Section";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { OwnershipTexts as Text } from "./Ownership.resjson";

/** New owners as Bicep, to be kept with other code. `change`: `undefined` while an entry is wrong. */
export function AssignmentCode(props: {
  readonly targets: readonly UnderlyingAssessment[];
  readonly change: AssignmentChange | undefined;
  readonly now: Date;
}) {
  const { targets, change, now } = props;
  return (
    <Section title={Text.codeTitle} level={2} startsOpen={false}>
      {change ? <ValidCode targets={targets} change={change} now={now} /> : <p>{Text.codeLater}</p>}
    </Section>
  );
}

function ValidCode(props: {
  readonly targets: readonly UnderlyingAssessment[];
  readonly change: AssignmentChange;
  readonly now: Date;
}) {
  const { targets, change, now } = props;
  const { cluster } = useDashboard();
  const { text, left } = bicepOfAssignments(cluster, targets, change, now);
  return (
    <>
      {text !== undefined && (
        <>
          <p>{Text.codeText}</p>
          <CodeBlock code={text} copyLabel={Text.codeCopy} />
        </>
      )}
      {left > 0 && <p>{format(Text.codeLeft, formatNumber(left), formatNumber(targets.length))}</p>}
    </>
  );
}
