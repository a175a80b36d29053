import { DefaultButton, Link, useTheme } from "@fluentui/react";
import type { MouseEvent } from "react";
import { format } from "../../../Client/Core/format";
import type { FixRow } from "./fixRow";
import { useFixes, type FixState } from "./fixRunner";
import { useOpenFix } from "./useOpenFix";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

const stateLabels: Readonly<Record<Exclude<FixState, undefined>, string>> = {
  running: Text.stateRunning,
  waiting: Text.stateWaiting,
  overdue: Text.stateOverdue,
};

/** Remediation cell of a row with a quick fix: the fix, or its progress. Pressing it doesn't open the row. */
export function FixCell({ row }: { readonly row: FixRow }) {
  const { linkHovered } = useTheme().semanticColors;
  const state = useFixes().stateOf(row);
  const open = useOpenFix();
  if (state) {
    return <span title={stateLabels[state]}>{stateLabels[state]}</span>;
  }
  return (
    <Link
      as="button"
      // The usual color of links is too pale on the background of selected rows.
      styles={{ root: { color: linkHovered, textDecoration: "underline" } }}
      aria-label={format(Text.quickFixOf, row.title)}
      onClick={(event: MouseEvent) => {
        event.stopPropagation();
        open(row);
      }}
    >
      {Text.quickFix}
    </Link>
  );
}

/** The quick fix of one finding, at the foot of its details. */
export function FixButton({ row }: { readonly row: FixRow | undefined }) {
  const { stateOf } = useFixes();
  const open = useOpenFix();
  const state = row && stateOf(row);
  return (
    <>
      {state && <span role="status">{stateLabels[state]}</span>}
      {row && state !== "waiting" && <DefaultButton text={Text.quickFix} onClick={() => open(row)} />}
    </>
  );
}
