import { bicepString, bicepValue } from "../../../Client/Core/bicepText";
import { Reference } from "../../../Client/Core/codeValue";
import { commentLines } from "../../../Client/RemediationCode/codeSnippet";
import { hclString, hclValue } from "../../../Client/RemediationCode/hclText";
import { NestedYaml, yamlString, yamlText } from "../../../Client/RemediationCode/yamlText";
import { BicepName, parseBicep } from "../../Support/bicepParser";
import { readHcl, readYaml } from "../../Support/codeReaders";

const readBicep = (text: string) => parseBicep(`var it = ${text}\n`).variables.it;
const readHclValue = (text: string) => (readHcl(`it = ${text}\n`) as { readonly it: unknown }).it;

/** One of each kind of character that no one sees, or that a language gives a meaning to. */
const odd =
  "a\u0000b\tc\r\n\u001b\u007f\u0085\u00a0\u00ad\u200b\u2028\u2029\u202e\ue000\ufeff\u{e0001}'\"\\`${x}%{y}#//🐳";
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u00a0]/u;

const writers: readonly (readonly [string, (text: string) => string, (text: string) => unknown])[] = [
  ["Bicep", bicepString, readBicep],
  ["HCL", hclString, readHclValue],
  ["YAML", yamlString, readYaml],
];

test.each(writers)("%s: all characters come back, and none hides", (_, write, read) => {
  expect(write(odd)).not.toMatch(invisible);
  expect(read(write(odd))).toBe(odd);
});

test.each(writers)("%s: half a character, which no file can hold, is replaced", (_, write, read) => {
  expect(read(write("\ud800x\udc00"))).toBe("\ufffdx\ufffd");
});

test.each([
  ...["true", "No", "on", "y", "null", "~", "", "1", "1e3", "0x1F", "0o7", "1_000", "12:30", "2026-01-01"],
  ...[".5", "a: b", "a #b", "- a", "? a", "&a", "*a", "!a", "|", ">", "%a", "@a", "[a", "{a", "<<", "="],
])("%j is text in YAML", (text) => {
  expect(readYaml(yamlString(text))).toBe(text);
  // YAML 1.1, which Kubernetes reads, takes even more for something else: these are always in quotes.
  expect(yamlString(text)).toMatch(/^"/);
});

test("names of Kubernetes need no quotes in YAML", () => {
  expect(["web", "apps/v1", "front-end.shop", "RuntimeDefault"].map(yamlString)).toEqual([
    ...["web", "apps/v1", "front-end.shop", "RuntimeDefault"],
  ]);
});

const tree = {
  text: "x",
  yes: true,
  no: false,
  number: 4,
  nothing: null,
  "odd key: 'x' ${y}": "z",
  emptyList: [],
  emptyMap: {},
  list: ["a", ["b", []], { c: "d", e: ["f"] }],
};

test.each([
  ["Bicep", readBicep(bicepValue(tree))],
  ["HCL", readHclValue(hclValue(tree))],
  ["YAML", readYaml(yamlText(tree))],
])("%s: a tree comes back", (_, read) => {
  expect(read).toEqual(tree);
});

test("a parameter is a name, never a text", () => {
  expect(readBicep(bicepValue(new Reference("workspaceId")))).toEqual(new BicepName("workspaceId"));
  expect(hclValue(new Reference("workspaceId"))).toBe("var.workspace_id");
});

test("YAML in YAML comes back as the text of a document", () => {
  const outer = readYaml(yamlText({ list: [{ patch: new NestedYaml(tree), after: 1 }] })) as {
    readonly list: readonly { readonly patch: string; readonly after: number }[];
  };
  expect(readYaml(outer.list[0]?.patch ?? "")).toEqual(tree);
  expect(outer.list[0]?.after).toBe(1);
});

test.each(["#", "//"] as const)("nothing leaves a comment behind %s", (mark) => {
  const text = commentLines(mark, odd, "second");
  expect(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)).toEqual([
    expect.stringMatching(new RegExp(`^${mark} a`)),
    `${mark} second`,
    "",
  ]);
  expect(text.replaceAll("\n", "")).not.toMatch(invisible);
});
