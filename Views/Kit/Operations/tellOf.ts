import { failureOf } from "../../../Client/Core/failure";
import type { Host, PendingNotice } from "../../../Client/Core/host";
import type { AnyRun, RunFault } from "./operation";
import { endOf } from "./runEnd";

/** For a part of another operation, of which the portal hears nothing. */
export const unheard: Pick<Host, "notifyPending"> = {
  notifyPending: (): PendingNotice => ({ update: () => undefined, complete: () => undefined }),
};

interface Telling {
  progress(progress: unknown): void;
  /** Runs a part of the page's own. Whether it ended well; if not, the run ends as failed, and says why. */
  attempt(part: () => unknown): boolean;
  /** The run with what went wrong in the page, if anything did. The portal is told once. */
  end(run: AnyRun): AnyRun;
}

/**
 * Tells the portal of a run. What the operation says of itself is code of the page and may throw, as may those who wait for its end:
 * what was sent was sent all the same, and a run never stays in progress for that.
 */
export function tellOf(run: AnyRun, host: Pick<Host, "notifyPending">): Telling {
  const { operation, input, title } = run;
  let fault: RunFault | undefined;
  const valueOf = <T>(say: () => T): T | undefined => {
    try {
      return say();
    } catch (error) {
      fault ??= { failure: failureOf(error), error };
      return undefined;
    }
  };
  const begins = valueOf(() => operation.begins(input)) ?? title;
  const notice = host.notifyPending({ title, description: begins });
  let isTold = false;
  return {
    progress(progress) {
      const text = valueOf(() => operation.progressText?.(progress)) ?? begins;
      notice.update({ title, description: text });
    },
    attempt: (part) =>
      valueOf(() => {
        part();
        return true;
      }) ?? false,
    end(ended) {
      const said = fault ? undefined : valueOf(() => endOf(ended));
      if (!isTold) {
        isTold = true;
        const { text, end } = said ?? { text: fault?.failure.message ?? title, end: "error" };
        notice.complete({ title, description: text }, end);
      }
      return fault ? { ...ended, fault } : ended;
    },
  };
}
