import { regional } from "./regionalFormat";

const numbers = regional((locale) => new Intl.NumberFormat(locale));

/** A number in the portal's regional format. */
export function formatNumber(value: number): string {
  return numbers.current().format(value);
}
