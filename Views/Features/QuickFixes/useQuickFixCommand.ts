import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import { useOperation } from "../../Kit/Operations/useOperations";
import type { TabCommand } from "../../Kit/Model/tabCommand";
import { namedList } from "../../Kit/Controls/formatNumber";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import type { FixCandidate, FixRow } from "./fixRow";
import { useFixes, type Fixes } from "./fixRunner";
import { fixLabels } from "./fixLabels";
import { useOpenFix } from "./useOpenFix";
import { fixTitles, inputFree, severalFixesOperation } from "./severalFixes";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** The command that fixes what is selected: one by its form, several at once where they need no input. */
export function useQuickFixCommand(selected: readonly FixCandidate[]): TabCommand {
  const fixes = useFixes();
  const openForm = useOpenFix();
  const { start } = useOperation(severalFixesOperation);
  const confirm = useConfirm();
  const rows = oncePerFix(selected.map(({ row }) => row));
  const open = rows.filter((row) => !isUnderWay(fixes, row));
  const free = open.filter(({ fix }) => inputFree.has(fix));
  const left = open.length === 1 ? [] : open.filter(({ fix }) => !inputFree.has(fix));
  const skipped = skippedTexts({
    without: selected.filter(({ row }) => !row),
    underWay: rows.filter((row) => isUnderWay(fixes, row)),
    left,
  });

  return {
    key: "quickFix",
    text: Text.quickFix,
    icon: "Repair",
    disabledBecause: unfitness(selected.length, rows.length, open.length, free.length),
    onSelect() {
      const [only] = open;
      if (only && open.length === 1 && skipped.length === 0) {
        openForm(only);
        return;
      }
      if (only && open.length === 1) {
        confirm({
          title: format(Text.onlyTitle, fixLabels[only.fix].title),
          text: skipped.join(" "),
          yes: Text.onlyYes,
          onYes: () => openForm(only),
        });
        return;
      }
      start("quickFixes", { rows: free, skipped, change: fixes.changePending });
    },
  };
}

/** What of the selection is not fixed, and why, one sentence each. */
function skippedTexts(parts: {
  readonly without: readonly FixCandidate[];
  readonly underWay: readonly FixRow[];
  readonly left: readonly FixRow[];
}): readonly string[] {
  const { without, underWay, left } = parts;
  return [
    ...(left.length > 0 ? [format(Text.bulkLeftOut, fixTitles(left))] : []),
    ...(underWay.length > 0 ? [format(Text.bulkUnderWay, fixTitles(underWay))] : []),
    ...(without.length > 0
      ? [format(Text.bulkWithout, namedList(without.map(({ title }) => readableLine(title))))]
      : []),
  ];
}

function unfitness(selected: number, fixable: number, open: number, free: number): string | undefined {
  if (fixable === 0) {
    return selected === 0 ? Text.nothingSelected : Text.noneFits;
  }
  if (open === 0) {
    return Text.allRunning;
  }
  return open > 1 && free === 0 ? Text.allNeedInput : undefined;
}

function isUnderWay(fixes: Fixes, row: FixRow): boolean {
  const state = fixes.stateOf(row);
  return state === "running" || state === "waiting";
}

/** Several rows may rest on the same assessment, one for each control of a standard. */
function oncePerFix(rows: readonly (FixRow | undefined)[]): readonly FixRow[] {
  const byFix = new Map<QuickFixName, FixRow>();
  rows.forEach((row) => row && byFix.set(row.fix, row));
  return [...byFix.values()];
}
