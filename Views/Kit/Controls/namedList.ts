import { format } from "../../../Client/Core/format";
import { Bulk } from "../Operations/Bulk.resjson";
import { formatNumber } from "./formatNumber";

const mostNamed = 3;

/** Names in one sentence: the first few, and the number of the others. */
export function namedList(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const named = names.slice(0, mostNamed);
  const all = more > 0 ? [...named, format(Bulk.others, formatNumber(more))] : named;
  return new Intl.ListFormat("en-US").format(all);
}
