import { regional } from "./regionalFormat";
import { format } from "../../../Client/Core/format";
import { Bulk } from "../Operations/Bulk.resjson";

const numbers = regional((locale) => new Intl.NumberFormat(locale));

/** A number in the portal's regional format. */
export function formatNumber(value: number): string {
  return numbers.current().format(value);
}

/** A text for one, and a text for any other number. */
export function pluralize(count: number, one: string, many: string): string {
  return count === 1 ? one : format(many, formatNumber(count));
}

/** What things are called after a number. */
export interface Counted {
  readonly one: string;
  readonly many: string;
}

/** The one that fits after a number. */
export function nounFor(count: number, { one, many }: Counted): string {
  return count === 1 ? one : many;
}

const mostNamed = 3;

/** Names in one sentence: the first few, and the number of the others. */
export function namedList(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const named = names.slice(0, mostNamed);
  const all = more > 0 ? [...named, format(Bulk.others, formatNumber(more))] : named;
  return new Intl.ListFormat("en-US").format(all);
}
