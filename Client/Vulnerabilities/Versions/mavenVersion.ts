import { compareNumerals, compareTexts } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

interface Token {
  readonly rank: number;
  readonly text: string;
  /** Does it start a new group, as hyphens and qualifiers do? */
  readonly startsGroup: boolean;
}

/** Maven's POM reference, "Version Order Specification": the qualifiers that have a place of their own, ascending. */
const qualifierRanks = new Map([
  ["alpha", 0],
  ["beta", 1],
  ["milestone", 2],
  ["rc", 3],
  ["cr", 3],
  ["snapshot", 4],
  ["", 5],
  ["ga", 5],
  ["final", 5],
  ["release", 5],
  ["sp", 6],
]);
const released = 5;
const otherQualifier = 7;
const numberAfterHyphen = 8;
const numberAfterDot = 9;
const shortNames = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"],
]);
const ended: Token = { rank: released, text: "", startsGroup: false };

/** Maven's order: by the first token that differs, where a version that has ended counts as released. */
export function compareMavenVersions(left: string, right: string): number | undefined {
  const [a, b] = [tokensOf(left), tokensOf(right)];
  return a && b && comparePlaceByPlace(a, b, compareTokens);
}

function compareTokens(left = ended, right = ended): number {
  if (left.rank !== right.rank || left.rank < otherQualifier) {
    return left.rank - right.rank;
  }
  return left.rank === otherQualifier
    ? compareTexts(left.text, right.text)
    : compareNumerals(left.text, right.text);
}

/** Tokens end at ".", "-", "_" (as a hyphen), and between digits and letters; an empty token is a 0. */
function tokensOf(text: string): readonly Token[] | undefined {
  if (!/^\d[\w.+~-]*$/.test(text)) {
    return undefined;
  }
  const tokens: Token[] = [];
  const add = (token: Token) => {
    if (token.startsGroup) {
      dropTrailingNulls(tokens);
    }
    tokens.push(token);
  };
  let separator: string | undefined = ".";
  const pieces = text.toLowerCase().match(/[._-]|\d+|[^._\d-]+/g) ?? [];
  pieces.forEach((piece, place) => {
    if (/^[._-]/.test(piece)) {
      if (separator !== undefined) {
        add(numberToken("0", separator));
      }
      separator = piece;
      return;
    }
    const beforeDigits = /^\d/.test(pieces[place + 1] ?? "");
    add(/^\d/.test(piece) ? numberToken(piece, separator ?? "-") : qualifierToken(piece, beforeDigits));
    separator = undefined;
  });
  dropTrailingNulls(tokens);
  return tokens;
}

function numberToken(digits: string, separator: string): Token {
  const afterDot = separator === ".";
  return { rank: afterDot ? numberAfterDot : numberAfterHyphen, text: digits, startsGroup: !afterDot };
}

/** A qualifier orders the same after a dot and after a hyphen. */
function qualifierToken(name: string, beforeDigits: boolean): Token {
  const text = (beforeDigits ? shortNames.get(name) : undefined) ?? name;
  return { rank: qualifierRanks.get(text) ?? otherQualifier, text, startsGroup: true };
}

/** The first token stays, so that every version has its first number first. */
function dropTrailingNulls(tokens: Token[]): void {
  for (let last = tokens.at(-1); last && tokens.length > 1 && isNull(last); last = tokens.at(-1)) {
    tokens.pop();
  }
}

function isNull({ rank, text }: Token): boolean {
  return rank === released || (rank > otherQualifier && /^0+$/.test(text));
}
