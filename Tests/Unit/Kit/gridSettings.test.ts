import { createRandom } from "../../../Extension/ArmEmulator/World/random";
import {
  gridSettingsFromText,
  gridSettingsToText,
  usualSettings,
  type GridSettings,
} from "../../../Views/Kit/Grid/gridSettings";
import { createHostile } from "../../Support/hostile";

const settings: GridSettings = {
  density: "compact",
  columns: {
    alerts: { order: ["title", "severity"], hidden: ["status"], widths: { title: 300 } },
    compliance: { order: [], hidden: ["owner"], widths: {} },
  },
};
const text = gridSettingsToText(settings);

test("what is kept comes back, and what was never kept is no trouble", () => {
  expect(gridSettingsFromText(text)).toEqual({ settings, isWhole: true });
  expect(gridSettingsFromText(undefined)).toEqual({ settings: usualSettings, isWhole: true });
});

test("four tabs with every column arranged take a fifth of what the portal keeps", () => {
  const keys = Array.from({ length: 8 }, (_, index) => `columnName${index}`);
  const layout = { order: keys, hidden: keys, widths: Object.fromEntries(keys.map((key) => [key, 1000])) };
  const columns = { alerts: layout, vulnerabilities: layout, misconfigurations: layout, compliance: layout };
  expect(gridSettingsToText({ density: "compact", columns }).length).toBeLessThan(2100);
});

test.each([
  ["nothing", ""],
  ["no JSON", text.slice(0, -3)],
  ["no object", "[1]"],
  ["an older version", text.replace('"version":1', '"version":0')],
])("%s: the usual settings", (_, stored) => {
  expect(gridSettingsFromText(stored)).toEqual({ settings: usualSettings, isWhole: false });
});

test("one broken layout does not cost the others", () => {
  const broken = text.replace('"title":300', '"title":"wide"');
  expect(gridSettingsFromText(broken)).toEqual({
    settings: { density: "compact", columns: { compliance: settings.columns.compliance } },
    isWhole: false,
  });
  expect(gridSettingsFromText(text.replace("compact", "tiny"))).toEqual({
    settings: { density: "normal", columns: settings.columns },
    isWhole: false,
  });
});

test("5,000 broken texts never throw, and what is read is as it must be", () => {
  const hostile = createHostile(createRandom(10));
  const sample = JSON.parse(text) as unknown;
  for (let round = 0; round < 5000; round += 1) {
    const { settings: read } = gridSettingsFromText(JSON.stringify(hostile.mutated(sample)) ?? "");
    expect(gridSettingsFromText(gridSettingsToText(read))).toEqual({ settings: read, isWhole: true });
  }
});
