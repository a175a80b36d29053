import type { PlannedTab } from "../../../Client/FixPlan/fixAction";
import { Section } from "../../Kit/Controls/Section";
import { FixPlan as Text } from "./FixPlan.resjson";
import { leftoverTexts } from "./leftoverTexts";
import type { ShownPlan } from "./useFixPlan";

/** What stays open whatever is done, and why. */
export function Leftovers(props: {
  readonly plan: ShownPlan;
  readonly titleOf: (tab: PlannedTab) => string;
  /** Whether all lists were read. */
  readonly seesAll: boolean;
}) {
  const { plan, titleOf, seesAll } = props;
  return (
    <Section title={Text.leftTitle}>
      <ul style={{ margin: 0, paddingLeft: 0 }}>
        {leftoverTexts(plan.leftover, titleOf, seesAll && plan.world.groups.length > 0).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}
