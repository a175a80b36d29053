import { groupedVulnerabilityKeys, isContainerLevel, isPublished } from "../../../Client/Core/recommendation";
import { recommendations } from "../../../Extension/ArmEmulator/World/Security/Assessments/recommendations";

test("container level are exactly those that Microsoft publishes as such", () => {
  const published = recommendations.filter(({ level }) => level === "container");
  expect(published).toHaveLength(16);
  for (const { key, level } of recommendations) {
    expect([key, isContainerLevel(key), isPublished(key)]).toEqual([key, level === "container", true]);
  }
});

test("no grouped recommendation about vulnerabilities is one about configuration", () => {
  const known = recommendations.map(({ key }) => key);
  expect(groupedVulnerabilityKeys.filter((key) => known.includes(key) || isContainerLevel(key))).toEqual([]);
});

test.each(["00000000-0000-0000-0000-000000000000", "", "constructor"])("%j is not published", (key) =>
  expect(isPublished(key)).toBe(false),
);
