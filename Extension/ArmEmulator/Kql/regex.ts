import { createContext, Script } from "node:vm";
import { KqlLimitError } from "./bounds";

/**
 * Regular expressions of queries. Kusto's take linear time (RE2); those of JavaScript may take for ever, so whatever could go back and
 * forth runs where it can be stopped. Flags at the start, `(?i)`, and groups named as `(?P<name>...)` are read as RE2 reads them.
 */
export function createRegex(pattern: string, flags: string): RegExp {
  try {
    const [inline = "", leading = ""] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
    const named = pattern.slice(inline.length).replaceAll("(?P<", "(?<");
    return new RegExp(named, [...new Set(flags + leading)].join(""));
  } catch (error) {
    throw new KqlLimitError(error instanceof Error ? error.message : String(error));
  }
}

const longestMilliseconds = 500;
/** Up to this length, even the square of it is done at once. */
const shortText = 10_000;

/** `regex.exec(text)`. Throws {@link KqlLimitError} when that takes too long. */
export function execRegex(regex: RegExp, text: string): RegExpExecArray | null {
  return isHarmless(regex, text)
    ? regex.exec(text)
    : (runStoppable("exec", { regex, text }) as RegExpExecArray | null);
}

/** `text.replace(regex, by)`, likewise. */
export function replaceRegex(regex: RegExp, text: string, by: string): string {
  return isHarmless(regex, text)
    ? text.replace(regex, by)
    : (runStoppable("replace", { regex, text, by }) as string);
}

/** With one quantifier, and none on a group, there is nothing to try in many ways. */
function isHarmless({ source }: RegExp, text: string): boolean {
  const quantifiers = source.match(/[*+]|\{\d*,\d*\}/g) ?? [];
  return text.length <= shortText && quantifiers.length <= 1 && !/\)[*+{]/.test(source);
}

const scripts = {
  exec: new Script("regex.exec(text)"),
  replace: new Script("text.replace(regex, by)"),
};

function runStoppable(script: keyof typeof scripts, values: object): unknown {
  try {
    return scripts[script].runInContext(createContext({ ...values }), { timeout: longestMilliseconds });
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw new KqlLimitError("A regular expression of the query takes too long.");
    }
    throw error;
  }
}
