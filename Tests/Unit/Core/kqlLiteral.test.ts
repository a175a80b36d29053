import { kqlLiteral } from "../../../Client/Core/kqlLiteral";

test.each([
  ["prod", "'prod'"],
  ["it's", "'it\\'s'"],
  ['say "hi"', "'say \\\"hi\\\"'"],
  ["back\\slash", "'back\\\\slash'"],
  ["x' | union resources //", "'x\\' | union resources //'"],
  ["\u202egnp\u200b", "'\\u202egnp\\u200b'"],
  ["\u{e0041}", "'\\udb40\\udc41'"],
  ["two\nlines\u2028", "'two\\u000alines\\u2028'"],
])("%j becomes %s", (text, literal) => {
  expect(kqlLiteral(text)).toBe(literal);
});
