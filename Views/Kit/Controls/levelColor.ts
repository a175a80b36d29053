import type { Theme } from "@fluentui/react";
import type { Level } from "../../../Client/Core/level";
import { isHighContrast } from "./useStyles";

interface Shades {
  readonly light: string;
  readonly dark: string;
}

const shades: Readonly<Record<Level, Shades>> = {
  Critical: { light: "#750b1c", dark: "#ef3d53" },
  High: { light: "#c50f1f", dark: "#ff99a0" },
  Medium: { light: "#d83b01", dark: "#ff9a5c" },
  Low: { light: "#eaa300", dark: "#fce100" },
  Informational: { light: "#0078d4", dark: "#6cb8f6" },
};

/** Color of a level. It never stands alone: wherever it is used, the level is also written. */
export function levelColor(theme: Theme, level: Level): string {
  if (isHighContrast(theme)) {
    return theme.semanticColors.bodyText;
  }
  return theme.isInverted ? shades[level].dark : shades[level].light;
}
