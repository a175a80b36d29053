import { mergeStyleSets, useTheme, type IRawStyle, type Theme } from "@fluentui/react";
import { useMemo } from "react";

type ThemeStyles<K extends string> = (theme: Theme) => Record<K, IRawStyle>;

/** Marks a function as styles, so that the compiler checks what it returns. */
export function themeStyles<K extends string>(styles: ThemeStyles<K>): ThemeStyles<K> {
  return styles;
}

/** Class names for the current theme. `styles` must be a constant function, defined outside of the component. */
export function useStyles<K extends string>(styles: ThemeStyles<K>): Record<K, string> {
  const theme = useTheme();
  // Computing class names on each render of each row showed in scrolling.
  return useMemo(() => mergeStyleSets(styles(theme)) as Record<K, string>, [styles, theme]);
}

/** The root of a view: as high as its frame, in the portal's colors. */
export function viewStyle(theme: Theme): IRawStyle {
  return {
    ...theme.fonts.medium,
    display: "flex",
    flexDirection: "column",
    height: "100%",
    color: theme.semanticColors.bodyText,
    backgroundColor: theme.semanticColors.bodyBackground,
  };
}

/** The portal's high-contrast themes draw input borders in the color of text; no other theme does. */
export function isHighContrast(theme: Theme): boolean {
  return theme.semanticColors.inputBorder === theme.semanticColors.bodyText;
}

/** Lines between things. The Azure dark theme draws them nearly white, which outshines the content. */
export function dividerColor(theme: Theme): string {
  const { bodyDivider, bodyText, listItemBackgroundChecked } = theme.semanticColors;
  if (isHighContrast(theme)) {
    return bodyText;
  }
  return theme.isInverted ? listItemBackgroundChecked : bodyDivider;
}
