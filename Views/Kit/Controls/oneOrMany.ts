import { fillIn } from "../../../Client/Core/fillIn";
import { formatNumber } from "./formatNumber";

/** A text for one, and a text for any other number. */
export function oneOrMany(count: number, one: string, many: string): string {
  return count === 1 ? one : fillIn(many, formatNumber(count));
}
