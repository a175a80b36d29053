import { Checkbox, DefaultButton, type ICheckbox } from "@fluentui/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { format } from "../../../Client/Core/format";
import type { FixStep } from "../../../Client/FixPlan/chooseFixes";
import type { PlannedTab } from "../../../Client/FixPlan/fixAction";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { Section } from "../../Kit/Controls/Section";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { actionTitle, closesText, cvesText, effortText, ownerText, percentText } from "./actionTexts";
import { FixPlan as Text } from "./FixPlan.resjson";
import { StepDetails } from "./StepDetails";
import type { ShownPlan } from "./useFixPlan";

/** How many actions are shown at once. */
const shownAtOnce = 10;

/** The actions in their order, each with what it closes, takes, and how to do it. */
export function PlanSteps(props: {
  readonly plan: ShownPlan;
  /** Whether all lists were read. */
  readonly seesAll: boolean;
  readonly ticked: ReadonlySet<string>;
  readonly titleOf: (tab: PlannedTab) => string;
  readonly onTick: (id: string, isTicked: boolean) => void;
  readonly onClose: () => void;
}) {
  const { plan, seesAll, ticked, titleOf, onTick, onClose } = props;
  const { steps, total, leftover } = plan;
  const classes = useStyles(stepStyles);
  const [shown, setShown] = useState(shownAtOnce);
  const sums = useMemo(() => runningSums(steps), [steps]);
  const firstNew = useFirstNew(shown);
  const more = Math.min(shownAtOnce, steps.length - shown);
  return (
    <section aria-label={Text.stepsTitle}>
      <h2 className={classes.heading}>{Text.stepsTitle}</h2>
      {steps.length === 0 && <p>{leftover.unread > 0 || !seesAll ? Text.noStepsUnseen : Text.noSteps}</p>}
      <ol className={classes.list} aria-label={Text.stepsList}>
        {steps.slice(0, shown).map((step, index) => (
          <li key={step.action.id} className={classes.step}>
            <Checkbox
              componentRef={index === shown - shownAtOnce ? firstNew : undefined}
              label={`${formatNumber(index + 1)}. ${actionTitle(step.action)}`}
              checked={ticked.has(step.action.id)}
              onChange={(_, isTicked = false) => onTick(step.action.id, isTicked)}
              styles={{ text: { fontWeight: 600, overflowWrap: "anywhere" } }}
            />
            <div className={classes.facts}>
              <div>{[cvesText(step) ?? [], closesText(step, titleOf)].flat().join(". ")}</div>
              <div className={classes.about}>
                {format(Text.share, percentText(step.gain, total), percentText(sums[index] ?? 0, total))}
                {" · "}
                {ownerText(step)}
              </div>
              <div className={classes.about}>{effortText(step.action)}</div>
              <Section startsOpen={false} title={format(Text.details, formatNumber(index + 1))}>
                <StepDetails step={step} titleOf={titleOf} onClose={onClose} />
              </Section>
            </div>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <DefaultButton
          text={format(Text.showMore, formatNumber(more))}
          onClick={() => setShown(shown + shownAtOnce)}
        />
      )}
    </section>
  );
}

/** The first of the actions that were added gets the focus: the button that was pressed may be gone. */
function useFirstNew(shown: number) {
  const firstNew = useRef<ICheckbox>(null);
  useEffect(() => {
    if (shown > shownAtOnce) {
      firstNew.current?.focus();
    }
  }, [shown]);
  return firstNew;
}

/** What each step closes together with those before it. */
function runningSums(steps: readonly FixStep[]): readonly number[] {
  let sum = 0;
  return steps.map(({ gain }) => (sum += gain));
}

const stepStyles = themeStyles((theme) => ({
  heading: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: "0 0 4px" },
  about: { color: theme.semanticColors.bodySubtext, margin: 0 },
  list: { listStyle: "none", margin: "8px 0", padding: 0 },
  step: { paddingTop: 10 },
  facts: { paddingLeft: 28, lineHeight: 20 },
}));
