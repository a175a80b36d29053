import { useTheme } from "@fluentui/react";
import type { Level } from "../../../Client/Core/level";
import { levelFill, stripWidth } from "./levelColor";
import { themeStyles, useStyles } from "./useStyles";

/** A level as the grid shows it: a strip in its color, in high contrast with its pattern, then its name. */
export function LevelBadge({ level }: { readonly level: Level }) {
  const theme = useTheme();
  const classes = useStyles(badgeStyles);
  return (
    <span className={classes.badge}>
      <span className={classes.strip} style={levelFill(theme, level)} aria-hidden />
      {level}
    </span>
  );
}

const badgeStyles = themeStyles((theme) => ({
  // On its line by the top: by the baseline of the strip it would make the line higher.
  badge: { display: "inline-flex", verticalAlign: "top", alignItems: "center", gap: 8 },
  strip: {
    width: stripWidth(theme),
    height: 16,
    borderRadius: 2,
    flexShrink: 0,
    forcedColorAdjust: "none",
  },
}));
