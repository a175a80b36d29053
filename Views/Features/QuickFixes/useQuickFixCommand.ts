import { failureOf } from "../../../Client/Core/failure";
import { fillIn } from "../../../Client/Core/fillIn";
import type { QuickFixName } from "../../../Client/Core/quickFixKeys";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { TabCommand } from "../../Kit/Model/tabCommand";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import { inputFree, newFixDraft, planOf } from "./fixDraft";
import type { FixRow } from "./fixRow";
import { useFixes, type Fixes } from "./fixRunner";
import { fixWords, refusalText } from "./fixWords";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** The command that fixes what is selected: one by its form, several at once where they need no input. */
export function useQuickFixCommand(selected: readonly (FixRow | undefined)[]): TabCommand {
  const { host, services } = useDashboard();
  const fixes = useFixes();
  const confirm = useConfirm();
  const rows = oncePerFix(selected);
  const open = rows.filter((row) => !isUnderWay(fixes, row));
  const free = open.filter(({ fix }) => inputFree.has(fix));
  const left = open.filter(({ fix }) => !inputFree.has(fix));

  /** One after the other: AKS takes one operation on a cluster at a time. */
  const applyAll = async () => {
    for (const row of free) {
      const { title } = fixWords[row.fix];
      try {
        const seen = await services.fixes.readLive(row.fix);
        const plan = planOf(row.fix, seen, newFixDraft);
        if (plan.kind === "ready") {
          await fixes.start({ row, draft: newFixDraft, seen, waits: false });
        } else {
          tell(title, refusalText(plan.refusal));
        }
      } catch (error) {
        tell(title, failureOf(error).message);
      }
    }
  };
  const tell = (title: string, reason: string) => {
    const notice = { title, description: fillIn(Text.bulkRefused, reason) };
    host.notifyPending(notice).complete(notice, "error");
  };
  return {
    key: "quickFix",
    text: Text.quickFix,
    icon: "Repair",
    disabledBecause: unfitness(selected.length, rows.length, open.length, free.length),
    does() {
      const [only] = open;
      if (only && open.length === 1) {
        fixes.open(only);
        return;
      }
      confirm({
        title: Text.bulkTitle,
        text: [
          fillIn(Text.bulkText, titlesOf(free)),
          ...(left.length > 0 ? [fillIn(Text.bulkLeftOut, titlesOf(left))] : []),
        ].join(" "),
        yes: Text.bulkYes,
        onYes: () => void applyAll(),
      });
    },
  };
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

function titlesOf(rows: readonly FixRow[]): string {
  return rows.map(({ fix }) => fixWords[fix].title).join(Text.listSeparator);
}
