import { ChoiceGroup, ProgressIndicator, Stack } from "@fluentui/react";
import { useMemo, useState } from "react";
import { format } from "../../../Client/Core/format";
import type { PlannedTab } from "../../../Client/FixPlan/fixAction";
import { projectionOf } from "../../../Client/FixPlan/projection";
import { CopyButton } from "../../Kit/Controls/CopyButton";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import type { RegisteredTab } from "../../Kit/Model/findingsTab";
import { Section } from "../../Kit/Controls/Section";
import { standingsHookOf, type TabStanding } from "./tabStanding";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { FixPlan as Text } from "./FixPlan.resjson";
import { Leftovers } from "./Leftovers";
import { planMarkdown } from "./planMarkdown";
import { PlanSteps } from "./PlanSteps";
import { Unseen } from "./Unseen";
import { unseenTexts } from "./unseenTexts";
import { whatIfRows } from "./whatIfRows";
import { useFixPlan, type PlanReading, type PlanScope, type ShownPlan } from "./useFixPlan";
import { WhatIf, WhatIfTable } from "./WhatIf";

/** The contents of the plan: what if, the actions, and what the plan can't close or see. */
export function FixPlanView({
  tabs,
  onClose,
}: {
  readonly tabs: readonly RegisteredTab[];
  readonly onClose: () => void;
}) {
  const [scope, setScope] = useState<PlanScope>("whole");
  // Here, since the plan gives way to the progress of reading while new findings arrive.
  const [ticked, setTicked] = useState(none);
  const [useStandings] = useState(() => standingsHookOf(tabs));
  const standings = useStandings();
  const seesNodes = standings.every(({ nodes }) => nodes.status === "seen");
  const reading = useFixPlan(scope, seesNodes);
  const { plan, waitsFor } = reading;
  return (
    <Stack tokens={{ childrenGap: 16 }}>
      <p style={{ margin: 0 }}>
        {Text.intro} {Text.weights} {Text.rescan}
      </p>
      <Unseen standings={standings} reading={reading} />
      {waitsFor || !plan ? (
        <ProgressIndicator label={waitText(reading)} />
      ) : (
        <Plan
          scope={scope}
          plan={plan}
          standings={standings}
          reading={reading}
          ticked={ticked}
          onTicked={setTicked}
          onClose={onClose}
          onScope={(chosen) => {
            setScope(chosen);
            setTicked(none); // Other actions, of which some would be parts of those that were ticked.
          }}
        />
      )}
    </Stack>
  );
}

const none: ReadonlySet<string> = new Set();

function waitText({ waitsFor, targets, limit }: PlanReading): string {
  switch (waitsFor) {
    case "lists":
      return Text.loadingLists;
    case "cves":
      return format(Text.loadingCves, formatNumber(Math.min(targets, limit)));
    case undefined:
      return Text.computing;
  }
}

function ScopeChoice(props: { readonly scope: PlanScope; readonly onChange: (scope: PlanScope) => void }) {
  const { scope, onChange } = props;
  return (
    <ChoiceGroup
      label={Text.scope}
      selectedKey={scope}
      options={[
        { key: "whole", text: Text.scopeWhole },
        { key: "single", text: Text.scopeSingle },
      ]}
      styles={{ flexContainer: { display: "flex", flexWrap: "wrap", columnGap: "24px" } }}
      onChange={(_, chosen) => onChange(chosen?.key === "single" ? "single" : "whole")}
    />
  );
}

function Plan(props: {
  readonly scope: PlanScope;
  readonly plan: ShownPlan;
  readonly standings: readonly TabStanding[];
  readonly reading: PlanReading;
  /** Ids of actions. */
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
  readonly onScope: (scope: PlanScope) => void;
  readonly onClose: () => void;
}) {
  const { scope, plan, standings, reading, ticked, onTicked, onScope, onClose } = props;
  const { cluster } = useDashboard();
  const { selected, projection } = useMemo(() => {
    const chosen = plan.steps.filter(({ action }) => ticked.has(action.id));
    const actions = chosen.map(({ action }) => action);
    return { selected: chosen, projection: projectionOf(plan.world, actions) };
  }, [plan, ticked]);
  const rows = whatIfRows(standings, plan.world, projection, reading.compliance);
  const seesAll = unseenTexts(standings).length === 0;
  const titleOf = (tab: PlannedTab) => standings.find(({ id }) => id === tab)?.title ?? tab;
  const tick = (id: string, isTicked: boolean) =>
    onTicked(new Set(isTicked ? [...ticked, id] : [...ticked].filter((one) => one !== id)));
  return (
    <>
      <WhatIf
        plan={plan}
        selected={selected}
        projection={projection}
        rows={rows}
        onClear={() => onTicked(none)}
      />
      <ScopeChoice scope={scope} onChange={onScope} />
      <PlanSteps
        key={scope}
        plan={plan}
        seesAll={seesAll}
        ticked={ticked}
        titleOf={titleOf}
        onTick={tick}
        onClose={onClose}
      />
      <Section title={Text.numbersTitle}>
        <WhatIfTable rows={rows} />
      </Section>
      <Leftovers plan={plan} titleOf={titleOf} seesAll={seesAll} />
      <div>
        <CopyButton
          text={() => planMarkdown({ cluster: cluster.name, plan, selected, standings, reading, titleOf })}
          caption={Text.copyMarkdown}
          label={Text.copyMarkdown}
        />
      </div>
    </>
  );
}
