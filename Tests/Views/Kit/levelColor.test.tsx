import {
  AzureThemeDark,
  AzureThemeHighContrastDark,
  AzureThemeHighContrastLight,
  AzureThemeLight,
} from "@fluentui/azure-themes";
import { recommendationLevels } from "../../../Client/Core/level";
import { levelColor, levelFill } from "../../../Views/Kit/Controls/levelColor";

const levels = [...recommendationLevels, "Informational"] as const;

/** Relative luminance (WCAG 2.2): 0 is black, 1 is white. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ["light", AzureThemeLight],
  ["dark", AzureThemeDark],
])("%s: the worse a level, the deeper its color", (_, theme) => {
  const shades = recommendationLevels.map((level) => luminance(levelColor(theme, level)));
  expect(shades).toEqual([...shades].sort((left, right) => left - right));
  expect(new Set(shades).size).toBe(recommendationLevels.length);
});

test("in the dark every level stands out from the background", () => {
  const background = luminance(AzureThemeDark.semanticColors.bodyBackground);
  for (const level of levels) {
    expect((luminance(levelColor(AzureThemeDark, level)) + 0.05) / (background + 0.05)).toBeGreaterThan(3);
  }
});

test.each([
  ["dark", AzureThemeHighContrastDark],
  ["light", AzureThemeHighContrastLight],
])("high contrast, %s: no two levels are filled alike", (_, theme) => {
  const fills = levels.map((level) => levelFill(theme, level).backgroundImage);
  expect(new Set(fills).size).toBe(levels.length);
});
