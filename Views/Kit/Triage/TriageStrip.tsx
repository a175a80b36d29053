import { DefaultButton } from "@fluentui/react";
import { useRef } from "react";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../Controls/formatNumber";
import { IconCommand } from "../Controls/IconCommand";
import { useLostFocus } from "../Controls/useLostFocus";
import { dividerColor, themeStyles, useStyles } from "../Controls/useStyles";
import type { HeldRun } from "../Operations/useHeldRuns";
import { useRuns } from "../Operations/useOperations";
import { TriageTexts as Text } from "./Triage.resjson";
import { useSaid, useTriage } from "./triageContext";
import { useUndo } from "./useUndo";

/** At the foot of the page, where it covers nothing: what can still be undone, and what the last key came to. */
export function TriageStrip() {
  const { held } = useRuns();
  const undo = useUndo();
  const { say, surface } = useTriage();
  const said = useSaid();
  const classes = useStyles(stripStyles);
  const strip = useRef<HTMLDivElement>(null);
  const last = held.at(-1);
  const isShown = said !== "" || last !== undefined;
  useLostFocus(
    (element) => strip.current?.contains(element) ?? false,
    () => surface.current?.focus(),
  );
  return (
    <div ref={strip} className={isShown ? classes.strip : undefined}>
      <span role="status" className={classes.text}>
        {[heldText(held), said].filter((text) => text !== "").join(" ")}
      </span>
      {last && (
        <DefaultButton
          text={Text.undo}
          styles={{ root: { flexShrink: 0 }, label: { whiteSpace: "nowrap" } }}
          onClick={undo}
        />
      )}
      {said !== "" && <IconCommand icon="Cancel" label={Text.dismiss} onClick={() => say("")} />}
    </div>
  );
}

/** Names the newest: it's the one that is undone. */
function heldText(held: readonly HeldRun[]): string {
  const title = held.at(-1)?.run.title;
  if (title === undefined) {
    return "";
  }
  return held.length === 1
    ? format(Text.held, title)
    : format(Text.heldAnd, title, formatNumber(held.length - 1));
}

const stripStyles = themeStyles((theme) => ({
  strip: {
    display: "flex",
    alignItems: "center",
    gap: 12,
    flexShrink: 0,
    minHeight: 32,
    padding: "4px 20px",
    borderTop: `1px solid ${dividerColor(theme)}`,
    backgroundColor: theme.semanticColors.infoBackground,
  },
  text: { flex: "0 1 auto", minWidth: 0, lineHeight: 20, overflowWrap: "anywhere" },
}));
