import { format } from "node:util";

interface Console {
  error: (...args: unknown[]) => void;
  warn: (...args: unknown[]) => void;
}

/** The events of jest-circus that this looks at, and what they carry: errors pushed there fail the test or the file. */
interface RunEvent {
  readonly name: string;
  readonly test?: { readonly errors: unknown[] };
}

interface RunState {
  readonly unhandledErrors: unknown[];
}

/**
 * A test that logs an error or a warning has found one: React's warnings, unhandled states and failed loads all arrive there.
 * What is logged until a test's page is taken away fails that test. What comes later, of timers and answers that no test waits
 * for, fails the file: a log after the last test changes no exit code otherwise.
 */
export class StrictConsole {
  private logged: Error[] = [];

  watch(console: Console): void {
    for (const level of ["error", "warn"] as const) {
      console[level] = (...args) => {
        const error = new Error(`console.${level} was called: ${format(...args)}`);
        if (!isLateAnswer(error)) {
          this.logged.push(error);
        }
      };
    }
  }

  async handle(event: RunEvent, state: RunState): Promise<void> {
    if (event.name === "test_start") {
      // Left over from between two tests, hence of neither.
      this.moveTo(state.unhandledErrors);
    }
    if (event.name === "test_done" && event.test) {
      this.moveTo(event.test.errors);
    }
    if (event.name === "run_finish") {
      await timersThatAreDue();
      this.moveTo(state.unhandledErrors);
    }
  }

  /** For the end of the environment: throws what was logged since. */
  end(): void {
    if (this.logged.length > 0) {
      throw new AggregateError(this.logged, this.logged.map(({ message }) => message).join("\n"));
    }
  }

  private moveTo(errors: unknown[]): void {
    errors.push(...this.logged);
    this.logged = [];
  }
}

/**
 * Whether React says that an answer came for a component that is gone. react-query 4 tells a component of an answer although the
 * same batch has just taken it away, which depends on the instant in which the answer comes. Nothing happens then; React 18 says
 * nothing any more. What updates a component that is gone in any other way is still an error.
 */
function isLateAnswer({ message, stack = "" }: Error): boolean {
  return (
    message.includes("Can't perform a React state update on an unmounted component") &&
    stack.includes("use-sync-external-store") &&
    stack.includes("notifyManager")
  );
}

/** Node runs all timers that are due before it comes to this, whatever the tests put in place of their own timers. */
function timersThatAreDue(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => setImmediate(resolve), 0);
  });
}
