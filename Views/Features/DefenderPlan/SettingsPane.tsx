import { outdatedBeside } from "./usePlanSituation";
import { OutdatedNote } from "../../Kit/Screens/FailureBanner";
import { DefaultButton, MessageBar, MessageBarType, Stack } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { format } from "../../../Client/Core/format";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import { usePage } from "../../Kit/Session/dashboardContext";
import { formatTime } from "../../Kit/Controls/formatDate";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { inLowFrames } from "../../Kit/Controls/lowFrame";
import { themeStyles, useStyles, viewStyle } from "../../Kit/Controls/useStyles";
import { paneFoot } from "./paneFoot";
import { PlanReviewView } from "./PlanReviewView";
import { SaveProgress } from "./SaveProgress";
import { ScopeChoice } from "./ScopeChoice";
import { Settings as Text } from "./Settings.resjson";
import { SettingsFoot } from "./SettingsFoot";
import { SettingsForm } from "./SettingsForm";
import { useFocusOnChange } from "../../Kit/Controls/useFocusOnChange";
import { usePlanEditor } from "./usePlanEditor";
import { lastKnown } from "../../Kit/Model/loadable";

/** The whole pane: the form, the review of what it changes, and how saving goes. `badScope` is what a link asked for in vain. */
export function SettingsPane({
  first,
  badScope,
  isEnabling,
}: {
  readonly first: PlanScope;
  readonly badScope: string | undefined;
  readonly isEnabling: boolean;
}) {
  const { cluster } = usePage();
  const queries = useQueryClient();
  const classes = useStyles(paneStyles);
  const editor = usePlanEditor(first, isEnabling);
  const { reads, phase, review, save, unconfirmedSave } = editor;
  const heading = useFocusOnChange<HTMLHeadingElement>(phase);
  return (
    <main className={classes.pane}>
      <div className={classes.content}>
        <Stack tokens={{ childrenGap: 12 }}>
          <h1 ref={heading} tabIndex={-1} className={classes.heading}>
            {headingText(editor.scope, cluster.name)}
          </h1>
          {badScope !== undefined && (
            <MessageBar messageBarType={MessageBarType.warning} isMultiline>
              {format(Text.badScope, badScope)}
            </MessageBar>
          )}
          {unconfirmedSave && !save && (
            <MessageBar
              messageBarType={MessageBarType.info}
              isMultiline
              actions={
                <DefaultButton text={Text.readAgain} onClick={() => void queries.invalidateQueries()} />
              }
            >
              {format(Text.unconfirmedSave, formatTime(unconfirmedSave))}
            </MessageBar>
          )}
          {phase === "form" && (
            <>
              {!editor.isToEnable && (
                <ScopeChoice scope={editor.scope} rights={reads.rights} onChange={editor.chooseScope} />
              )}
              {outdatedBeside(reads, editor.scope).map((load, index) => (
                <OutdatedNote key={index} load={load} />
              ))}
              <LoadedPart load={editor.settings} loadingText={Text.loading} failedText={Text.failed}>
                {(settings) =>
                  editor.draft && (
                    <SettingsForm
                      settings={settings}
                      editing={editor.editing}
                      profile={lastKnown(reads.profile)}
                      draft={editor.draft}
                      fixPlans={editor.fixPlans}
                      runningFix={editor.runningFix}
                      onChange={editor.change}
                      onRemove={editor.reviewRemoval}
                      onSubscription={() => editor.chooseScope("subscription")}
                    />
                  )
                }
              </LoadedPart>
            </>
          )}
          {phase === "review" && review && (
            <PlanReviewView
              review={review}
              fixPlans={editor.fixPlans}
              subscription={lastKnown(reads.settings.subscription)}
            />
          )}
          {phase === "save" && save && (
            <SaveProgress
              save={save}
              runningText={(step) => (step.kind === "cluster" ? editor.runningFix(step.fix) : undefined)}
            />
          )}
        </Stack>
      </div>
      <div className={classes.foot}>
        <SettingsFoot {...paneFoot(editor)} />
      </div>
    </main>
  );
}

function headingText(scope: PlanScope, cluster: string): string {
  return scope === "subscription" ? Text.headingSubscription : format(Text.heading, cluster);
}

const paneStyles = themeStyles((theme) => ({
  pane: { ...viewStyle(theme), selectors: { [inLowFrames]: { overflowY: "auto" } } },
  content: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    padding: "12px 24px",
    maxWidth: 760,
    selectors: { [inLowFrames]: { flex: "none", overflowY: "visible" } },
  },
  heading: { ...theme.fonts.large, fontWeight: 600, margin: 0, overflowWrap: "anywhere", outline: "none" },
  foot: { padding: "12px 24px", borderTop: `1px solid ${theme.semanticColors.bodyDivider}` },
}));
