import type { Theme } from "@fluentui/react";
import type { CSSProperties } from "react";
import type { Level } from "../../../Client/Core/level";
import { isHighContrast } from "./useStyles";

interface Shades {
  readonly light: string;
  readonly dark: string;
}

export const levelShades: Readonly<Record<Level, Shades>> = {
  Critical: { light: "#750b1c", dark: "#ef3d53" },
  High: { light: "#c50f1f", dark: "#f1707b" },
  Medium: { light: "#d83b01", dark: "#ff9a5c" },
  Low: { light: "#eaa300", dark: "#fce100" },
  Informational: { light: "#0078d4", dark: "#6cb8f6" },
};

/** In high contrast there is one color: what is filled with it differs by its pattern, fuller the worse the level is. */
const patterns: Readonly<Record<Level, (text: string, background: string) => string>> = {
  Critical: (text) => `linear-gradient(${text}, ${text})`,
  High: (text, background) => `repeating-linear-gradient(45deg, ${text} 0 4px, ${background} 4px 6px)`,
  Medium: (text, background) => `repeating-linear-gradient(90deg, ${text} 0 2px, ${background} 2px 4px)`,
  Low: (text, background) => `repeating-linear-gradient(90deg, ${text} 0 1px, ${background} 1px 6px)`,
  Informational: (_, background) => `linear-gradient(${background}, ${background})`,
};

/** Of a strip that stands for a level, in pixels: patterns need room to differ. */
export const stripWidth = (theme: Theme) => (isHighContrast(theme) ? 10 : 4);

/** How an area that stands for a level is filled. */
export function levelFill(theme: Theme, level: Level): CSSProperties {
  if (!isHighContrast(theme)) {
    return { backgroundColor: levelColor(theme, level) };
  }
  const { bodyText, bodyBackground } = theme.semanticColors;
  return {
    backgroundImage: patterns[level](bodyText, bodyBackground),
    boxShadow: `inset 0 0 0 1px ${bodyText}`,
  };
}

/**
 * Color of a level. It never stands alone: wherever it is used, the level is also written. The worse a level, the deeper its color,
 * in the dark as well.
 */
export function levelColor(theme: Theme, level: Level): string {
  if (isHighContrast(theme)) {
    return theme.semanticColors.bodyText;
  }
  return theme.isInverted ? levelShades[level].dark : levelShades[level].light;
}
