import { createContext, Script } from "node:vm";
import { KqlLimitError } from "./bounds";

const calling = new Script("run()");
/** One for all calls, which come one after the other or inside of each other: making a context takes a millisecond, and megabytes. */
const context: { run?: () => unknown } = createContext({});

/**
 * What `run` gives. Throws {@link KqlLimitError} with `message` once it has taken longer: everything that it calls is stopped where
 * it is, a regular expression too. It must change nothing that others see, since nothing cleans up behind it.
 */
export function stoppable<T>(milliseconds: number, message: string, run: () => T): T {
  const { run: outer } = context;
  context.run = run;
  try {
    return calling.runInContext(context, { timeout: milliseconds }) as T;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw new KqlLimitError(message);
    }
    throw error;
  } finally {
    context.run = outer;
  }
}
