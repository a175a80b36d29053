import { createContext, Script } from "node:vm";
import { KqlLimitError } from "./bounds";

const calling = new Script("run()");

/**
 * What `run` gives. Throws {@link KqlLimitError} with `message` once it has taken longer: everything that it calls is stopped where
 * it is, a regular expression too. It must change nothing that others see, since nothing cleans up behind it.
 */
export function stoppable<T>(milliseconds: number, message: string, run: () => T): T {
  try {
    return calling.runInContext(createContext({ run }), { timeout: milliseconds }) as T;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw new KqlLimitError(message);
    }
    throw error;
  }
}
