import { FailureError } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { loadCode } from "../../../Client/Core/loadCode";
import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import type { Operation } from "../../Kit/Operations/operation";
import { sumsEnd } from "../../Kit/Operations/runEnd";
import { fixLabels } from "./fixLabels";
import { runFixPart, type ChangePending } from "./fixOperation";
import type { FixRow } from "./fixRow";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** Fixes that can be carried out without being told anything. */
export const inputFree: ReadonlySet<QuickFixName> = new Set<QuickFixName>(["policyAddOn"]);

interface SeveralFixes {
  /** Fixes without input. */
  readonly rows: readonly FixRow[];
  /** What else was selected and why it is left as it is, one sentence each. */
  readonly skipped: readonly string[];
  readonly change: ChangePending;
}

/** Carries out fixes that need no input, one after the other: AKS takes one operation on a cluster at a time. */
export const severalFixesOperation: Operation<SeveralFixes, FixRow> = {
  items: ({ rows }) => rows,
  title: () => Text.bulkTitle,
  titleOf: ({ fix }) => fixLabels[fix].title,
  question: ({ rows, skipped }) => ({
    title: Text.bulkTitle,
    text: [format(Text.bulkText, fixTitles(rows)), ...skipped].join(" "),
    yes: Text.bulkYes,
  }),
  begins: () => Text.started,
  skipped: ({ skipped }) => skipped.join(" "),
  async run(row, context) {
    const { input, services, signal } = context;
    const seen = await services.quickFixes.readLive(row.fix, signal);
    const [{ applicationOf, newFixDraft }, { refusalText }] = await loadCode(() =>
      Promise.all([
        import(/* webpackChunkName: "Actions" */ "./fixDraft"),
        import(/* webpackChunkName: "Actions" */ "./fixNotes"),
      ]),
    );
    const act = applicationOf(row.fix, { seen, draft: newFixDraft, waits: false });
    if (act.plan.kind === "refused") {
      throw new FailureError({ kind: "invalid", message: refusalText(act.plan.refusal) });
    }
    await runFixPart(row, act, input.change, context);
  },
  end(run) {
    const sums = sumsEnd(run);
    return sums.end === "success" && run.input.skipped.length > 0 ? { ...sums, end: "warning" } : sums;
  },
};

export function fixTitles(rows: readonly FixRow[]): string {
  return rows.map(({ fix }) => fixLabels[fix].title).join(Text.listSeparator);
}
