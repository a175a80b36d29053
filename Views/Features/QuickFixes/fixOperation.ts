import { CanceledError, isCanceled, FailureError } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { withoutOverlay } from "../../../Client/Core/overlays";
import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import type { ApplyOptions, FixProgress, QuickFixService } from "../../../Client/QuickFixes/quickFixService";
import { withPendingFix, type PendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import type { FixPlan, FixReady, LiveCluster } from "../../../Client/QuickFixes/quickFix";
import { failedIn, type Operation, type OperationContext, type Run } from "../../Kit/Operations/operation";
import { fixLabels, resourceLabels } from "./fixLabels";
import type { FixRow } from "./fixRow";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** Changes what is remembered of fixes beyond this visit. */
export type ChangePending = (changed: (fixes: PendingFixes) => PendingFixes) => void;

/** A fix to carry out, or one of an earlier visit to follow to its end. */
interface FixTask {
  readonly assessmentId: string;
  readonly fix: QuickFixName;
  readonly startedAt: Date;
  readonly change: ChangePending;
  readonly act: FixApplication | { readonly kind: "follow"; readonly operationUrl: string };
}

export interface FixApplication {
  readonly kind: "apply";
  /** What it would do to the cluster as it was seen. */
  readonly plan: FixPlan;
  /** What of that has to be agreed to first: people or nodes may lose access. */
  readonly risks: readonly string[];
  /** The cluster as it was when the changes were shown. */
  readonly seen: LiveCluster;
  /** Whether to wait first until no other operation is in progress. */
  readonly waits: boolean;
  /** Has it carried out with what was entered for it. */
  send(quickFixes: QuickFixService, options: ApplyOptions): Promise<void>;
}

type FixContext = OperationContext<FixTask, FixTask, string>;
export type FixRun = Run<FixTask, FixTask, void, string>;

/** Carries a fix out, or follows it, and remembers how it stands. After the page closes, what was sent continues unwatched. */
export const fixOperation: Operation<FixTask, FixTask, void, string> = {
  items: (task) => [task],
  title: (_, { fix }) => fixLabels[fix].title,
  rights: (task) => planIn(task).map(({ rights }) => rights),
  question(task) {
    const risks = task.act.kind === "apply" ? task.act.risks : [];
    // Who waits and tries again has agreed already.
    return risks.length === 0 || (task.act.kind === "apply" && task.act.waits)
      ? undefined
      : { title: Text.confirmTitle, text: risks.join(" "), yes: Text.confirmYes };
  },
  begins: () => Text.started,
  async run({ assessmentId, fix, startedAt, change, act }, context) {
    try {
      await (act.kind === "apply" ? apply(act, context) : follow(act.operationUrl, context));
    } catch (error) {
      if (!isCanceled(error)) {
        change((fixes) => withoutOverlay(fixes, assessmentId));
      }
      throw error;
    }
    const fixed = { fix, fixedAt: new Date(), operationUrl: undefined };
    change((fixes) => withPendingFix(fixes, assessmentId, fixed, startedAt));
  },
  progressText: (text) => text,
  end({ outcomes: [outcome] }) {
    switch (outcome?.result) {
      case "done":
        return { text: Text.done, end: "success" };
      case "failed":
        return { text: outcome.failure.message, end: "error" };
      default:
        return { text: Text.goesOn, end: "warning" };
    }
  },
};

/** What a task would do as the cluster was when it was shown; none: it only follows, or can't be carried out. */
function planIn({ act }: FixTask): readonly FixReady[] {
  return act.kind === "apply" && act.plan.kind === "ready" ? [act.plan] : [];
}

/** How far a fix is, in words; `undefined`: it does not run. */
export function fixProgress(run: FixRun | undefined): string | undefined {
  return run && run.status !== "ended" ? (run.progress ?? Text.started) : undefined;
}

async function apply({ seen, waits, send }: FixApplication, context: FixContext): Promise<void> {
  const { input, services, signal, tell } = context;
  const { assessmentId, fix, startedAt, change } = input;
  if (waits) {
    await services.quickFixes.waitUntilIdle({
      signal,
      onProgress: ({ status, elapsedSeconds }) => tell(format(Text.waitingIdle, status, elapsedSeconds)),
    });
  }
  let remembered: string | undefined;
  await send(services.quickFixes, {
    seen,
    signal,
    onProgress(progress) {
      tell(progressText(progress));
      // Only the last write makes the recommendation turn: the end of another one is not the end of the fix.
      if (isLast(progress) && progress.operationUrl !== remembered) {
        const { operationUrl } = progress;
        remembered = operationUrl;
        const begun = { fix, fixedAt: undefined, operationUrl };
        change((fixes) => withPendingFix(fixes, assessmentId, begun, startedAt));
      }
    },
  });
}

function follow(operationUrl: string, { services, signal, tell }: FixContext): Promise<void> {
  return services.quickFixes.follow(operationUrl, {
    signal,
    onProgress: ({ status, elapsedSeconds }) => tell(format(Text.following, status, elapsedSeconds)),
  });
}

function isLast({ resource }: FixProgress): boolean {
  return resource === "cluster" || resource === "diagnosticSetting";
}

function progressText({ resource, status, percent, elapsedSeconds }: FixProgress): string {
  const what = resourceLabels[resource];
  return percent === undefined
    ? format(Text.progress, what, status, elapsedSeconds)
    : format(Text.progressPercent, what, status, percent, elapsedSeconds);
}

/** Carries a fix out as a part of something else. Rejects as the service does, and when the fix is in progress already. */
export async function runFixPart(
  { assessmentId, fix }: Pick<FixRow, "assessmentId" | "fix">,
  act: FixApplication,
  change: ChangePending,
  { runPart }: Pick<OperationContext<unknown, unknown>, "runPart">,
): Promise<void> {
  const task: FixTask = { assessmentId, fix, startedAt: new Date(), change, act };
  const run = await runPart(fixOperation, assessmentId.toLowerCase(), task);
  if (!run) {
    throw new FailureError({ kind: "conflict", message: Text.stateRunning });
  }
  const failed = failedIn(run);
  if (failed) {
    throw failed.error;
  }
  if (run.outcomes.some(({ result }) => result === "notSent")) {
    throw new CanceledError();
  }
}
