import { MessageBar, MessageBarType, Stack } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import type { FixPlan, FixReady } from "../../../Client/QuickFixes/quickFix";
import { ChangesTable } from "../../Kit/Controls/ChangesTable";
import { resourceLabels } from "./fixLabels";
import { refusalText, warningText } from "./fixNotes";
import type { Loadable } from "../../Kit/Model/loadable";
import { FailureBanner, OutdatedNote } from "../../Kit/Screens/FailureBanner";
import { QuickFixTexts as Text } from "./QuickFix.resjson";
import { missingIn, type CheckedRight } from "./useCheckedRights";
import type { ReactNode } from "react";

/** What a fix would do, or why it cannot. */
export function FixPlanView(props: {
  readonly plan: FixPlan;
  /** The rights it takes. */
  readonly rights: readonly CheckedRight[];
}) {
  const { plan, rights } = props;
  return plan.kind === "refused" ? (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {refusalText(plan.refusal)}
    </MessageBar>
  ) : (
    <ReadyPlan plan={plan} rights={rights} />
  );
}

function ReadyPlan({ plan, rights }: { readonly plan: FixReady; readonly rights: readonly CheckedRight[] }) {
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
        {unreadIn(rights).map(({ scope, isHeld }) => (
          <UnreadRight key={scope} scope={scope} isHeld={isHeld} />
        ))}
        {missingIn(rights).map(({ action, scope }) => (
          <MessageBar key={`${action} ${scope}`} messageBarType={MessageBarType.error} isMultiline>
            {format(Text.rightMissing, action, scope)}
          </MessageBar>
        ))}
      </FixSection>
    </Stack>
  );
}

/** One for each scope whose rights could not be read, or not again. */
function unreadIn(rights: readonly CheckedRight[]): readonly CheckedRight[] {
  const unread = rights.filter(({ isHeld: { status } }) => status === "failed" || status === "outdated");
  return unread.filter(({ scope }, index) => unread.findIndex((other) => other.scope === scope) === index);
}

function UnreadRight({ scope, isHeld }: { readonly scope: string; readonly isHeld: Loadable<boolean> }) {
  switch (isHeld.status) {
    case "failed":
      return <FailureBanner {...isHeld} text={format(Text.rightsUnread, scope)} />;
    case "outdated":
      return <OutdatedNote load={isHeld} />;
    default:
      return null;
  }
}

/** A part of the form of a fix under its heading. */
export function FixSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 style={{ fontSize: 16, fontWeight: 600, margin: "8px 0" }}>{title}</h2>
      {children}
    </section>
  );
}
