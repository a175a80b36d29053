import { format } from "../../../Client/Core/format";
import type { FixStep } from "../../../Client/FixPlan/chooseFixes";
import type { PlannedTab } from "../../../Client/FixPlan/fixAction";
import { projectionOf } from "../../../Client/FixPlan/projection";
import { formatMoment } from "../../Kit/Controls/formatDate";
import type { TabStanding } from "./tabStanding";
import { actionTitle, closesText, cvesText, effortText, ownerText, percentText } from "./actionTexts";
import { FixPlan as Text } from "./FixPlan.resjson";
import { leftoverTexts } from "./leftoverTexts";
import { unseenTexts } from "./unseenTexts";
import type { PlanReading, ShownPlan } from "./useFixPlan";
import { numberText, whatIfRows } from "./whatIfRows";

/** The plan as a text for a ticket or a pull request: the selected actions, or all of them where none is. */
export function planMarkdown(props: {
  readonly cluster: string;
  readonly plan: ShownPlan;
  readonly selected: readonly FixStep[];
  readonly standings: readonly TabStanding[];
  readonly reading: Pick<PlanReading, "asOf" | "compliance">;
  readonly titleOf: (tab: PlannedTab) => string;
}): string {
  const { cluster, plan, selected, standings, reading, titleOf } = props;
  const steps = selected.length > 0 ? selected : plan.steps;
  const rows = whatIfRows(
    standings,
    plan.world,
    projectionOf(
      plan.world,
      steps.map(({ action }) => action),
    ),
    reading.compliance,
  );
  const unseen = unseenTexts(standings);
  return [
    `# ${plain(format(Text.markdownTitle, cluster))}`,
    ...(reading.asOf ? [format(Text.markdownMade, formatMoment(reading.asOf))] : []),
    table([
      [Text.columnKind, Text.columnToday, Text.columnAfter],
      ...rows.map(({ title, today, after }) => [title, numberText(today), numberText(after)]),
    ]),
    `## ${selected.length > 0 ? Text.markdownSelected : Text.markdownAll}`,
    steps.map((step) => stepLines(step, plan, titleOf)).join("\n"),
    `## ${Text.markdownLeft}`,
    list(leftoverTexts(plan.leftover, titleOf, unseen.length === 0 && plan.world.groups.length > 0)),
    ...(unseen.length === 0 ? [] : [`## ${Text.markdownUnseen}`, list(unseen)]),
  ].join("\n\n");
}

function stepLines(step: FixStep, { total }: ShownPlan, titleOf: (tab: PlannedTab) => string): string {
  const facts = [
    ...[cvesText(step) ?? []].flat(),
    closesText(step, titleOf),
    percentText(step.gain, total),
    ownerText(step),
    effortText(step.action),
  ];
  return [`- [ ] **${plain(actionTitle(step.action))}**`, ...facts.map((fact) => `  - ${plain(fact)}`)].join(
    "\n",
  );
}

const list = (texts: readonly string[]) => texts.map((text) => `- ${plain(text)}`).join("\n");

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Names from the cluster are text in Markdown too: no link, no markup, no mention of a person, no other cell. */
function plain(text: string): string {
  return /^-+$/.test(text)
    ? text
    : text
        .replace(/[\\`*_[\]<>|#~]/g, "\\$&")
        .replace(/@/g, "@\u2060")
        .replace(/[\r\n]+/g, " ");
}
