import { ActionButton } from "@fluentui/react";
import { useRef } from "react";
import { format } from "../../../Client/Core/format";
import type { FixStep } from "../../../Client/FixPlan/chooseFixes";
import type { Projection } from "../../../Client/FixPlan/projection";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import { LiveStatus } from "../../Kit/Controls/LiveStatus";
import { inLowFrames } from "../../Kit/Controls/lowFrame";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { dividerColor, themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { percentText } from "./actionTexts";
import { FixPlan as Text } from "./FixPlan.resjson";
import type { ShownPlan } from "./useFixPlan";
import { changeText, numberText, type WhatIfRow } from "./whatIfRows";

/** The numbers of the page as they would be with the selected actions. It stays in sight while the actions scroll. */
export function WhatIf(props: {
  readonly plan: ShownPlan;
  readonly selected: readonly FixStep[];
  readonly projection: Projection;
  readonly rows: readonly WhatIfRow[];
  readonly onClear: () => void;
}) {
  const { plan, selected, projection, rows, onClear } = props;
  const classes = useStyles(whatIfStyles);
  const strip = useRef<HTMLElement>(null);
  return (
    <section ref={strip} tabIndex={-1} className={classes.strip} aria-label={Text.whatIf}>
      <dl className={classes.tiles}>
        {rows.map((row) => (
          <div key={row.title} className={classes.tile}>
            <dt className={classes.title}>{row.title}</dt>
            <dd className={classes.number}>{changeText(row)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.line}>
        <span>{Text.projection}</span>
        <LiveStatus text={whatIfText(selected.length, projection, plan)} />
        {selected.length > 0 && (
          <ActionButton
            text={Text.clearSelection}
            styles={{ root: { height: 24, textDecoration: "underline" } }}
            onClick={() => {
              strip.current?.focus(); // The button goes.
              onClear();
            }}
          />
        )}
      </div>
    </section>
  );
}

/** The same with the numbers of each level. */
export function WhatIfTable({ rows }: { readonly rows: readonly WhatIfRow[] }) {
  return (
    <SimpleTable
      caption={Text.whatIf}
      headers={[Text.columnKind, Text.columnToday, Text.columnAfter]}
      rows={rows.map(({ title, today, after, isFixed }) => [
        title,
        <span key="today">{numberText(today)}</span>,
        <span key="after">{isFixed ? Text.alertsUnchanged : numberText(after)}</span>,
      ])}
    />
  );
}

function whatIfText(count: number, { gain, findings }: Projection, { total }: ShownPlan): string {
  if (count === 0) {
    return Text.whatIfNone;
  }
  const closed = Object.values(findings).reduce((sum, list) => sum + list.length, 0);
  return format(
    count === 1 ? Text.whatIfOne : Text.whatIfMany,
    formatNumber(count),
    percentText(gain, total),
    pluralize(closed, Text.findingsOne, Text.findingsMany),
  );
}

const whatIfStyles = themeStyles((theme) => ({
  strip: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: theme.semanticColors.bodyBackground,
    borderBottom: `1px solid ${dividerColor(theme)}`,
    // Where there's little room it would cover the actions.
    selectors: {
      [inLowFrames]: { position: "static" },
      "@media (max-width: 640px)": { position: "static" },
    },
  },
  tiles: { display: "flex", flexWrap: "wrap", gap: "4px 24px", margin: 0 },
  tile: { minWidth: 90 },
  title: { fontSize: 12, color: theme.semanticColors.bodySubtext },
  number: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: 0 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 8px", minHeight: 32 },
}));
