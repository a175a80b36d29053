import { Icon, MessageBar, MessageBarType, ProgressIndicator, Spinner, Stack } from "@fluentui/react";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import { PlanChangedError } from "../../../Client/DefenderPlan/planChanged";
import type { PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { planConflictOf, type SaveResult } from "../../../Client/DefenderPlan/planResults";
import { labelOf } from "../../Kit/Protection/configurationNames";
import { FailureFacts } from "../../Kit/Screens/FailureReport";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { Settings as Text } from "./Settings.resjson";
import { changeRow, conflictTexts, partText, stepTitle } from "./settingsLabels";
import { isDone, type PlanSave, type StepState } from "./planSave";

/** The steps of a save, how each stands, and why one failed. */
export function SaveProgress(props: {
  readonly save: PlanSave;
  /** How far the change of the cluster is, in words; `undefined`: it does not run. */
  readonly runningText: (step: PlanStep) => string | undefined;
}) {
  const { save, runningText } = props;
  const { review, states, isRunning } = save;
  const classes = useStyles(progressStyles);
  return (
    <Stack tokens={{ childrenGap: 12 }}>
      {isRunning && <ProgressIndicator label={Text.progressTitle} />}
      <ol className={classes.steps} aria-label={Text.stepsTitle}>
        {review.steps.map((step, index) => (
          <li key={stepTitle(step)} className={classes.step}>
            <StepView
              title={stepTitle(step)}
              state={states[index] ?? { status: "waiting" }}
              running={runningText(step)}
            />
          </li>
        ))}
      </ol>
      {save.fault && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {save.fault.failure.message}
        </MessageBar>
      )}
      {!isRunning && (
        <MessageBar
          messageBarType={states.every(isDone) ? MessageBarType.success : MessageBarType.error}
          isMultiline
        >
          {states.every(isDone) ? Text.saved : Text.notSaved}
        </MessageBar>
      )}
    </Stack>
  );
}

function StepView(props: {
  readonly title: string;
  readonly state: StepState;
  readonly running: string | undefined;
}) {
  const { title, state, running } = props;
  const classes = useStyles(progressStyles);
  switch (state.status) {
    case "waiting":
      return <Line title={title} word={Text.stateWaiting} icon={<Icon iconName="Clock" />} />;
    case "running":
      return <Line title={title} word={running ?? Text.stateRunning} icon={<Spinner />} />;
    case "failed":
      return (
        <>
          <Line
            title={title}
            word={Text.stateFailed}
            icon={<Icon iconName="StatusErrorFull" className={classes.bad} />}
          />
          <StepError error={state.error} />
        </>
      );
    case "done": {
      const isWhole = isDone(state);
      return (
        <>
          <Line
            title={title}
            word={isWhole ? Text.stateDone : Text.statePartly}
            icon={
              <Icon
                iconName={isWhole ? "SkypeCircleCheck" : "Warning"}
                className={isWhole ? classes.good : classes.warning}
              />
            }
          />
          {state.result && <Parts result={state.result} />}
        </>
      );
    }
  }
}

function Line(props: { readonly title: string; readonly word: string; readonly icon: JSX.Element }) {
  const { title, word, icon } = props;
  const classes = useStyles(progressStyles);
  return (
    <span className={classes.line}>
      <span aria-hidden>{icon}</span>
      <span>
        <strong>{title}</strong>: {word}
      </span>
    </span>
  );
}

/** What of a saved plan did not end as asked. */
function Parts({ result }: { readonly result: SaveResult }) {
  const parts = [
    partText(Text.partPlan, result.plan),
    ...result.extensions.map((extension) => partText(labelOf(extension.name), extension)),
  ].filter((text) => text !== undefined);
  return parts.length === 0 ? null : (
    <ul>
      {parts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function StepError({ error }: { readonly error: unknown }) {
  const failure = failureOf(error);
  const conflict = planConflictOf(failure);
  const explained = conflict && conflictTexts[conflict];
  return (
    <>
      {explained !== undefined && <p>{explained}</p>}
      {wordsOf(failure)
        .filter((words) => words !== explained)
        .map((words) => (
          <p key={words} style={{ overflowWrap: "anywhere" }}>
            {words}
          </p>
        ))}
      {error instanceof PlanChangedError && (
        <SimpleTable
          caption={Text.changedTable}
          headers={[Text.columnWhat, Text.columnBefore, Text.columnAfter]}
          rows={error.changed.map(changeRow)}
        />
      )}
      <FailureFacts failure={failure} />
    </>
  );
}

/** What the service said, and said in detail. */
function wordsOf({ message, details = [] }: Failure): readonly string[] {
  return [message, ...details.map((detail) => detail.message)].filter((words) => words !== "");
}

const progressStyles = themeStyles((theme) => ({
  steps: { margin: 0, padding: 0, listStyle: "none" },
  step: { padding: "6px 0" },
  line: { display: "flex", alignItems: "center", gap: 8 },
  good: { color: theme.semanticColors.successIcon },
  warning: { color: theme.semanticColors.severeWarningIcon },
  bad: { color: theme.semanticColors.errorIcon },
}));
