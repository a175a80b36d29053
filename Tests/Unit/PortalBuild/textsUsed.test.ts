import { textsUsedIn } from "../../../Extension/build/textsUsed";

const keys = ["a", "b"];

/** Keys of `Texts` that count as used in a source that imports them. */
function used(source: string, imported = "{ Texts }"): readonly string[] {
  const isUsed = textsUsedIn([`import ${imported} from "./Some.resjson";\n${source}`]);
  return keys.filter((key) => isUsed("Texts", key));
}

test.each([
  ["a text that is named", "f(Texts.a);", "{ Texts }", ["a"]],
  ["one in an element", "const x = <p title={Texts.b}>{Texts.a}</p>;", "{ Texts }", ["a", "b"]],
  ["one under another name", "f(Text.b);", "{ Texts as Text }", ["b"]],
  ["none", "f(1);", "{ Texts }", []],
  ["a member that is called as they are", "f(other.Texts, other.Texts.a);", "{ Texts }", []],
  ["texts by a key that isn't known", "f(Texts[key]);", "{ Texts }", keys],
  ["texts as a whole", "f(Texts);", "{ Texts }", keys],
  ["texts as a member of the same name", "f({ Texts });", "{ Texts }", keys],
  ["types of their keys", "type Key = keyof typeof Texts;", "{ Texts }", keys],
] as const)("%s", (_, source, imported, expected) => {
  expect(used(source, imported)).toEqual(expected);
});

test("every source counts, and other texts don't", () => {
  const isUsed = textsUsedIn([
    'import { Texts } from "./Some.resjson";\nf(Texts.a);',
    'import { Texts as T } from "../Some.resjson";\nf(T.b);',
    'import { Other } from "./other";\nf(Other.a);',
  ]);
  expect([isUsed("Texts", "a"), isUsed("Texts", "b"), isUsed("Other", "a")]).toEqual([true, true, false]);
});

test("texts that are passed on can't be followed, and end the build", () => {
  expect(() => textsUsedIn(['export { Texts } from "./Some.resjson";'])).toThrow(/not passed on/);
});
