import { exclusionTagsOf, type ExclusionTag } from "../../../Client/DefenderPlan/exclusionTags";
import { extensionNamed } from "../../../Client/DefenderPlan/planSettings";
import { draftOf, tagsOf, tagsText, withTags } from "../../../Views/Features/DefenderPlan/planForm";
import { planSettingsWith } from "../../Support/planSettings";

test.each<[string, readonly ExclusionTag[]]>([
  ["", []],
  ["team=ops", [{ key: "team", value: "ops" }]],
  ["\n  team = ops \n\n", [{ key: "team", value: "ops" }]],
  ["flag", [{ key: "flag", value: "" }]],
  ["expr=a=b", [{ key: "expr", value: "a=b" }]],
])("%j is read as tags", (text, tags) => {
  expect(tagsOf(text)).toEqual({ tags, problems: [] });
});

test("a line without a name is named by its number, empty lines counted", () => {
  const { tags, problems } = tagsOf("a=1\n\n = x");
  expect(tags).toEqual([{ key: "a", value: "1" }]);
  expect(problems).toEqual(['Line 3 has no name before "=": = x']);
});

test("tags as text are read again as they were", () => {
  const tags = [
    { key: "team", value: "ops" },
    { key: "flag", value: "" },
    { key: "expr", value: "a=b" },
  ];
  expect(tagsOf(tagsText(tags)).tags).toEqual(tags);
});

test("what cannot be read leaves what was wanted before, and keeps what was typed", () => {
  const begin = draftOf(planSettingsWith({}, "subscription"));
  const good = withTags(begin, "team=ops");
  const bad = withTags(good, "team=ops\n=x");
  expect(bad.tags).toBe("team=ops\n=x");
  expect(bad.wanted).toEqual(good.wanted);
  const machines = good.wanted.extensions.find(({ name }) => name === "AgentlessVmScanning");
  expect(exclusionTagsOf(machines?.properties.ExclusionTags)).toEqual([{ key: "team", value: "ops" }]);
});

test("clearing the text takes every tag away", () => {
  const settings = planSettingsWith(
    {
      extensions: [
        {
          name: "AgentlessVmScanning",
          isEnabled: "True",
          additionalExtensionProperties: { ExclusionTags: '[{"Key":"team","Value":"ops"}]' },
        },
      ],
    },
    "subscription",
  );
  expect(extensionNamed(settings, "AgentlessVmScanning")).toBeDefined();
  const cleared = withTags(draftOf(settings), "");
  const machines = cleared.wanted.extensions.find(({ name }) => name === "AgentlessVmScanning");
  expect(machines?.properties.ExclusionTags).toBe("[]");
});
