import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import type { FixInputs, FixPlan, LiveCluster, QuickFix } from "../../../Client/QuickFixes/quickFix";
import { suggestedLogCategories } from "../../../Client/QuickFixes/diagnosticLogsFix";
import { ipRangeProblem } from "../../../Client/QuickFixes/ipRange";
import { quickFixes } from "../../../Client/QuickFixes/quickFixes";
import { format } from "../../../Client/Core/format";
import type { FixApplication } from "./fixOperation";
import { locksOut, rangeProblemLabels, warningText } from "./fixNotes";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** What was entered for a fix, as entered. Each fix reads what it needs of it. */
export interface FixDraft {
  /** ARM id, "default" for the region's default one, or empty. */
  readonly workspace: string;
  /** One range per line. */
  readonly ranges: string;
  readonly categories: readonly string[];
}

export const newFixDraft: FixDraft = { workspace: "", ranges: "", categories: suggestedLogCategories };

const inputs: { readonly [N in QuickFixName]: (draft: FixDraft) => FixInputs[N] } = {
  policyAddOn: () => ({}),
  defenderProfile: ({ workspace }) => ({
    workspace: workspace === "default" ? "default" : { id: workspace },
  }),
  // The address that the engineer's calls come from isn't known here.
  authorizedIpRanges: ({ ranges }) => ({ ranges: rangesIn(ranges), callerIp: undefined }),
  diagnosticLogs: ({ workspace, categories }) => ({ workspaceId: workspace, categories }),
};

function inputOf<N extends QuickFixName>(fix: N, draft: FixDraft): FixInputs[N] {
  return inputs[fix](draft);
}

export function planOf<N extends QuickFixName>(fix: N, live: LiveCluster, draft: FixDraft): FixPlan {
  const quickFix: QuickFix<FixInputs[N]> = quickFixes[fix];
  return quickFix.plan(live, inputOf(fix, draft));
}

/** A fix as it's entered, to be carried out on the cluster as it was seen. `waits`: as in {@link FixApplication}. */
export function applicationOf<N extends QuickFixName>(
  fix: N,
  { seen, draft, waits }: { readonly seen: LiveCluster; readonly draft: FixDraft; readonly waits: boolean },
): FixApplication {
  const plan = planOf(fix, seen, draft);
  return {
    kind: "apply",
    seen,
    waits,
    plan,
    risks: plan.kind === "ready" ? plan.warnings.filter(locksOut).map(warningText) : [],
    send: (quickFixes, options) => quickFixes.apply(fix, inputOf(fix, draft), options),
  };
}

/** What is wrong with which line, in words. Empty lines are nothing. */
export function rangeProblems(ranges: string): readonly string[] {
  return ranges.split("\n").flatMap((line, index) => {
    const problem = ipRangeProblem(line);
    return problem === undefined || problem === "empty"
      ? []
      : [format(Text.rangeProblem, index + 1, line.trim(), rangeProblemLabels[problem])];
  });
}

function rangesIn(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
