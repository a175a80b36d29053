import { createRegex, execRegex } from "./regex";
import { asText, equal, isNull } from "./values";

/** Kusto's `has`: the term occurs with no letter or digit next to it. */
function hasTerm(text: string, term: string): boolean {
  if (term === "") {
    return true;
  }
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    const before = isWord(term[0]) && isWord(text[at - 1]);
    const after = isWord(term.at(-1)) && isWord(text[at + term.length]);
    if (!before && !after) {
      return true;
    }
  }
  return false;
}

/** Takes the pattern first: it is the same for all rows, as a rule. */
export type TextTest = (pattern: string) => (text: string) => boolean;

const lower =
  (test: TextTest): TextTest =>
  (pattern) => {
    const matchesLower = test(pattern.toLowerCase());
    return (text) => matchesLower(text.toLowerCase());
  };
const not =
  (test: TextTest): TextTest =>
  (pattern) => {
    const isMatch = test(pattern);
    return (text) => !isMatch(text);
  };
const has: TextTest = (pattern) => (text) => hasTerm(text, pattern);
const contains: TextTest = (pattern) => (text) => text.includes(pattern);
const startsWith: TextTest = (pattern) => (text) => text.startsWith(pattern);
const endsWith: TextTest = (pattern) => (text) => text.endsWith(pattern);
const equals: TextTest = (pattern) => (text) => text === pattern;
const matches: TextTest = (pattern) => {
  const regex = createRegex(pattern, "u");
  return (text) => execRegex(regex, text) !== null;
};

const both = (name: string, test: TextTest): readonly (readonly [string, TextTest])[] => [
  [`${name}Expression`, lower(test)],
  [`Not${name}Expression`, not(lower(test))],
  [`${name}CsExpression`, test],
  [`Not${name}CsExpression`, not(test)],
];

/** Operators between two texts, by the parser's kind. Null counts as the empty text. */
export const textOperators: ReadonlyMap<string, TextTest> = new Map<string, TextTest>([
  ...both("Has", has),
  ...both("Contains", contains),
  ...both("StartsWith", startsWith),
  ...both("EndsWith", endsWith),
  ["EqualTildeExpression", lower(equals)],
  ["BangTildeExpression", not(lower(equals))],
  ["MatchesRegexExpression", matches],
]);

type ListTest = (value: unknown, list: readonly unknown[]) => boolean;

const isIn: ListTest = (value, list) => list.some((element) => equal(value, element) === true);
const isInAnyCase: ListTest = (value, list) =>
  list.some((element) => !isNull(value) && asText(value).toLowerCase() === asText(element).toLowerCase());
const hasOf =
  (decide: (list: readonly unknown[], test: (term: unknown) => boolean) => boolean): ListTest =>
  (value, list) =>
    decide(list, (term) => lower(has)(asText(term))(asText(value)));

/** Operators between a value and a list, by the parser's kind. The parser calls `in~` "InCs". */
export const listOperators: ReadonlyMap<string, ListTest> = new Map<string, ListTest>([
  ["InExpression", isIn],
  ["NotInExpression", (value, list) => !isIn(value, list)],
  ["InCsExpression", isInAnyCase],
  ["NotInCsExpression", (value, list) => !isInAnyCase(value, list)],
  ["HasAnyExpression", hasOf((list, test) => list.some(test))],
  ["HasAllExpression", hasOf((list, test) => list.every(test))],
]);
