import { MessageBar, MessageBarType, Stack } from "@fluentui/react";
import { readableLine, readableText } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import type { JsonChange } from "../../../Client/QuickFixes/jsonChanges";
import type { FixPlan, FixReady, RequiredRight } from "../../../Client/QuickFixes/quickFix";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { refusalText, resourceLabels, valueText, warningText } from "./fixLabels";
import { FixSection } from "./FixSection";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** What a fix would do, or why it cannot. */
export function FixPlanView(props: {
  readonly plan: FixPlan;
  /** Of the rights it takes, those that are known to lack. */
  readonly missing: readonly RequiredRight[];
}) {
  const { plan, missing } = props;
  return plan.kind === "refused" ? (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {refusalText(plan.refusal)}
    </MessageBar>
  ) : (
    <ReadyPlan plan={plan} missing={missing} />
  );
}

function ReadyPlan({
  plan,
  missing,
}: {
  readonly plan: FixReady;
  readonly missing: readonly RequiredRight[];
}) {
  const changes = plan.changes.map((change) => ({
    ...change,
    path: format(Text.property, resourceLabels[change.resource], change.path),
  }));
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      {plan.warnings.map((warning) => (
        <MessageBar key={warning.code} messageBarType={MessageBarType.warning} isMultiline>
          {warningText(warning)}
        </MessageBar>
      ))}
      <FixSection title={Text.sectionChanges}>
        <ChangesTable caption={Text.changesTable} changes={changes} />
        <p>
          {plan.writes.some(({ resource }) => resource === "cluster")
            ? `${Text.onlyThese} ${Text.keepsRunning}`
            : Text.onlyThese}
        </p>
      </FixSection>
      <FixSection title={Text.sectionRights}>
        <ul>
          {plan.rights.map(({ action, scope }) => (
            <li key={`${action} ${scope}`} style={{ overflowWrap: "anywhere" }}>
              {format(Text.right, action, scope)}
            </li>
          ))}
        </ul>
        {missing.map(({ action, scope }) => (
          <MessageBar key={`${action} ${scope}`} messageBarType={MessageBarType.error} isMultiline>
            {format(Text.rightMissing, action, scope)}
          </MessageBar>
        ))}
      </FixSection>
    </Stack>
  );
}

/** Properties with what they were and what they are. */
export function ChangesTable(props: { readonly caption: string; readonly changes: readonly JsonChange[] }) {
  const { caption, changes } = props;
  return (
    <SimpleTable
      caption={caption}
      headers={[Text.columnProperty, Text.columnBefore, Text.columnAfter]}
      rows={changes.map(({ path, before, after }) => [
        <span key="path" style={{ overflowWrap: "anywhere" }}>
          {readableLine(path)}
        </span>,
        <span key="before">{readableText(valueText(before))}</span>,
        <span key="after" style={{ overflowWrap: "anywhere" }}>
          {readableText(valueText(after))}
        </span>,
      ])}
    />
  );
}
