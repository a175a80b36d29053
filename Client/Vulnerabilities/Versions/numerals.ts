/** Orders two runs of decimal digits by value, however long they are: `Number` would round, `BigInt` is slow. */
export function compareNumerals(left: string, right: string): number {
  const [a, b] = [withoutLeadingZeros(left), withoutLeadingZeros(right)];
  return a.length - b.length || compareTexts(a, b);
}

/** Orders two texts by their characters' codes, in no one's language; a text comes after its own beginning. */
export function compareTexts(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

/** "" is what all zeros, and no digits at all, leave behind. */
function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+/, "");
}
