import { Callout, DefaultButton, DirectionalHint, getRTL, PrimaryButton } from "@fluentui/react";
import { useMemo, useRef, useState } from "react";
import { format } from "../../../Client/Core/format";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { TourTexts as Text } from "./Tour.resjson";
import type { TourState } from "./useTour";

/** Parts of the page are marked with `data-tour` for the steps that are about them. */
const bar = '[data-tour="bar"]';
const tabs = '[data-tour="tabs"] [role="tablist"]';
const steps = [
  { place: bar, title: Text.worstTitle, text: Text.worst },
  { place: tabs, title: Text.detailsTitle, text: Text.details },
  { place: bar, title: Text.planTitle, text: Text.plan },
] as const;

type Step = (typeof steps)[number];

/** The step that is on, beside what it's about. */
export function TourBubble({ tour }: { readonly tour: TourState }) {
  const step = tour.step === undefined ? undefined : steps[tour.step];
  return step ? <StepBubble key={step.title} step={step} tour={tour} /> : null;
}

function StepBubble({ step, tour }: { readonly step: Step; readonly tour: TourState }) {
  const target = useMemo(() => document.querySelector<HTMLElement>(step.place), [step]);
  const gap = useMemo(() => (target ? gapUnder(target) : usualGap), [target]);
  const classes = useStyles(tourStyles);
  const bubble = useRef<HTMLDivElement>(null);
  const number = steps.indexOf(step) + 1;
  // Of someone who has begun to work meanwhile, the focus stays where it is.
  const [takesFocus] = useState(() => number > 1 || isNowhere());
  const isLast = number === steps.length;
  const end = () => {
    const wasInside = bubble.current?.contains(document.activeElement);
    tour.end();
    if (wasInside) {
      firstTile()?.focus();
    }
  };
  return target ? (
    <Callout
      target={target}
      role="dialog"
      ariaLabel={step.title}
      // At the end of the line, where it hides no tab if there is room for it.
      directionalHint={DirectionalHint.bottomRightEdge}
      gapSpace={gap}
      calloutMaxWidth={bubbleWidth}
      isBeakVisible={gap === usualGap}
      setInitialFocus={takesFocus}
      onDismiss={end}
      // It goes by its buttons and by Esc, not because someone works on.
      preventDismissOnEvent={works}
    >
      <div ref={bubble} className={classes.bubble}>
        <h2 className={classes.title}>{step.title}</h2>
        <p className={classes.text}>{step.text}</p>
        <div className={classes.foot}>
          <span className={classes.progress}>{format(Text.progress, number, steps.length)}</span>
          {!isLast && <DefaultButton text={Text.skip} onClick={end} />}
          <PrimaryButton text={isLast ? Text.done : Text.next} onClick={isLast ? end : tour.next} />
        </div>
      </div>
    </Callout>
  ) : null;
}

const works = () => true;

/** Below what a step is about, in pixels. */
const usualGap = 4;
/** Of the bubble in pixels, its paddings included. */
const bubbleWidth = 400;

/** In pixels. A bubble that the tabs leave no room beside them stands under them, so that all can be pressed. */
function gapUnder(target: HTMLElement): number {
  const place = target.getBoundingClientRect();
  const all = document.querySelector(tabs)?.getBoundingClientRect();
  const last = document.querySelector(`${tabs} [role="tab"]:last-of-type`)?.getBoundingClientRect();
  if (!all || !last || all.bottom <= place.bottom) {
    return usualGap;
  }
  const room = getRTL() ? last.left - place.left : place.right - last.right;
  return room >= bubbleWidth ? usualGap : all.bottom - place.bottom + usualGap;
}

const tourStyles = themeStyles((theme) => ({
  bubble: { ...theme.fonts.medium, maxWidth: 360, padding: "16px 20px", lineHeight: 20 },
  title: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: "0 0 4px" },
  text: { margin: "0 0 12px" },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8 },
  progress: { flex: 1, color: theme.semanticColors.bodySubtext },
}));

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function firstTile(): HTMLElement | null {
  return document.querySelector<HTMLElement>(`${bar} button`);
}
