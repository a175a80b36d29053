import { format } from "../../../Client/Core/format";
import { formatNumber } from "./formatNumber";

/** A text for one, and a text for any other number. */
export function pluralize(count: number, one: string, many: string): string {
  return count === 1 ? one : format(many, formatNumber(count));
}
