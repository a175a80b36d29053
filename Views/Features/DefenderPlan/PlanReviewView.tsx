import { MessageBar, MessageBarType, Stack } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import type { PlanReview } from "../../../Client/DefenderPlan/planChanges";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import { usePage } from "../../Kit/Session/dashboardContext";
import { labelOf } from "../../Kit/Protection/configurationNames";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { FixPlanView, FixSection } from "../QuickFixes/FixPlanView";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { PlanCode } from "./PlanCode";
import { useCoverageText } from "./ScopeChoice";
import { Settings as Text } from "./Settings.resjson";
import { blindTexts, changeRow, costTexts, stepTitle } from "./settingsLabels";
import type { ClusterFixPlan } from "./useFixPlans";

/** What saving will do, before it does: where, what, in which steps, and what it means for the bill. */
export function PlanReviewView(props: {
  readonly review: PlanReview;
  readonly fixPlans: readonly ClusterFixPlan[];
  /** Settings that apply once the cluster's own are removed; `undefined` when they couldn't be read. */
  readonly subscription: PlanSettings | undefined;
}) {
  const { review, fixPlans, subscription } = props;
  const isRemoval = review.steps.some(({ kind }) => kind === "remove");
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <FixSection title={Text.reviewTitle}>
        <ScopeNote scope={review.scope} />
        <SimpleTable
          caption={Text.reviewTable}
          headers={[Text.columnWhat, Text.columnBefore, Text.columnAfter]}
          rows={review.changes.map(changeRow)}
        />
        <BlindNote changes={review.changes} />
        {review.leftOut.length > 0 && (
          <MessageBar messageBarType={MessageBarType.warning} isMultiline>
            {format(Text.leftOut, review.leftOut.map(labelOf).join(", "))}
          </MessageBar>
        )}
        {isRemoval && <p>{subscription ? Text.afterRemoval : Text.afterRemovalUnknown}</p>}
        <p>
          {costTexts[review.cost]} <ExternalLink href={Text.costHref}>{Text.costLink}</ExternalLink>
        </p>
      </FixSection>
      <FixSection title={Text.stepsTitle}>
        <ol>
          {review.steps.map((step) => (
            <li key={stepTitle(step)}>{stepTitle(step)}</li>
          ))}
        </ol>
      </FixSection>
      {fixPlans.map((fixPlan) => (
        <ClusterChange key={fixPlan.fix} fixPlan={fixPlan} />
      ))}
      <PlanCode review={review} />
    </Stack>
  );
}

/** What is no longer found once this is saved, as the form said it. */
function BlindNote({ changes }: Pick<PlanReview, "changes">) {
  const texts = blindTexts(changes);
  return texts.length === 0 ? null : (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {Text.blind}
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </MessageBar>
  );
}

/** A change that reaches further than this cluster says how far. */
function ScopeNote({ scope }: Pick<PlanReview, "scope">) {
  const { cluster } = usePage();
  const coverage = useCoverageText();
  return scope === "cluster" ? (
    <p>{format(Text.reviewCluster, cluster.name)}</p>
  ) : (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {format(Text.reviewSubscription, coverage)}
    </MessageBar>
  );
}

function ClusterChange({ fixPlan }: { readonly fixPlan: ClusterFixPlan }) {
  const { fix, read, plan, rights } = fixPlan;
  return (
    <FixSection title={format(Text.fixTitle, stepTitle({ kind: "cluster", fix }))}>
      <LoadedPart load={read} loadingText={Text.fixLoading} failedText={Text.fixFailed}>
        {() => plan && <FixPlanView plan={plan} rights={rights} />}
      </LoadedPart>
    </FixSection>
  );
}
