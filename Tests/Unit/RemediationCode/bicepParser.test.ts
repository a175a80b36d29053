import { parseBicep } from "../../Support/bicepParser";

/** The tests believe this parser, so it must refuse what Bicep refuses, and what would make a value code. */
test.each([
  "var a = 'x",
  "var a = 'it's'\n",
  "var a = '${b}'\n",
  "var a = 'x\ny'\n",
  "var a = '\\q'\n",
  "var a = {\n  b: 1\n",
  "var a = {\n  b: 1, c: 2\n}\n",
  "var a = {\n  b: 1\n  b: 2\n}\n",
  "var a = [\n  1 2\n]\n",
  "var a = b.c\n",
  "var a = resourceGroup()\n",
  "evil\n",
  "param a string param b string\n",
  "/* */\n",
])("refuses %j", (text) => {
  expect(() => parseBicep(text)).toThrow();
});

test("reads what the reference has as examples", () => {
  const text = "// c '\n\nparam p string[]\nvar a = {\n  'b c': 'it\\'s \\${x} \\u{1F433} $x'\n  d: []\n}\n";
  expect(parseBicep(text)).toEqual({
    parameters: { p: "string[]" },
    variables: { a: { "b c": "it's ${x} 🐳 $x", d: [] } },
    resources: {},
  });
});
