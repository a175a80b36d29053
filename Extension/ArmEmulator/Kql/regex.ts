import { KqlLimitError } from "./bounds";
import { remember } from "./remember";
import { stoppable } from "./stoppable";

/**
 * Regular expressions of queries. Kusto's take linear time (RE2); those of JavaScript may take for ever, so whatever could go back and
 * forth runs where it can be stopped. Flags at the start, `(?i)`, and groups named as `(?P<name>...)` are read as RE2 reads them.
 */
export function createRegex(pattern: string, flags: string): RegExp {
  const key = `${flags} ${pattern}`;
  const regex = known.get(key) ?? newRegex(pattern, flags);
  remember(known, key, regex, mostKnown);
  regex.lastIndex = 0;
  return regex;
}

/** A query has few patterns, and asks each of them of many rows. */
const known = new Map<string, RegExp>();
const mostKnown = 100;

function newRegex(pattern: string, flags: string): RegExp {
  try {
    const [inline = "", leading = ""] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
    const named = pattern.slice(inline.length).replaceAll("(?P<", "(?<");
    return new RegExp(named, [...new Set(flags + leading)].join(""));
  } catch (error) {
    throw new KqlLimitError(error instanceof Error ? error.message : String(error));
  }
}

const longestMilliseconds = 500;
const tooLong = "A regular expression of the query takes too long.";
/** Up to this length, even the square of it is done at once. */
const shortText = 10_000;

/** `regex.exec(text)`. Throws {@link KqlLimitError} when that takes too long. */
export function execRegex(regex: RegExp, text: string): RegExpExecArray | null {
  const exec = () => regex.exec(text);
  return isHarmless(regex, text) ? exec() : stoppable(longestMilliseconds, tooLong, exec);
}

/** `text.replace(regex, by)`, likewise. */
export function replaceRegex(regex: RegExp, text: string, by: string): string {
  const replace = () => text.replace(regex, by);
  return isHarmless(regex, text) ? replace() : stoppable(longestMilliseconds, tooLong, replace);
}

/** With one quantifier, and none on a group, there is nothing to try in many ways. */
function isHarmless({ source }: RegExp, text: string): boolean {
  const quantifiers = source.match(/[*+]|\{\d*,\d*\}/g) ?? [];
  return text.length <= shortText && quantifiers.length <= 1 && !/\)[*+{]/.test(source);
}
