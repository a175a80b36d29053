import type { RefObject } from "react";
import { themeStyles, useStyles } from "../Kit/Controls/useStyles";
import { Dashboard as Text } from "./Dashboard.resjson";

/** Where the keyboard goes from the skip link: the grid's tab stop, or the tab's text where there is no grid. */
const destinations = [
  '[role="tabpanel"] [role="grid"] [role="row"][tabindex="0"]',
  '[role="tabpanel"]',
  "h1",
];

/** The first stop of the keyboard, seen only while it has the focus: past commands, tiles, tabs and filters to the list. */
export function SkipLink({ page }: { readonly page: RefObject<HTMLElement> }) {
  const classes = useStyles(skipStyles);
  const skip = () => {
    const found = destinations.map((selector) => page.current?.querySelector<HTMLElement>(selector));
    const target = found.find(Boolean);
    if (target?.tabIndex === -1) {
      // Only what has the attribute can take the focus.
      target.tabIndex = -1;
    }
    target?.focus();
  };
  return (
    <button type="button" className={classes.skip} onClick={skip}>
      {Text.skip}
    </button>
  );
}

const skipStyles = themeStyles((theme) => ({
  skip: {
    ...theme.fonts.medium,
    position: "absolute",
    zIndex: 10,
    top: 4,
    insetInlineStart: 8,
    height: 32,
    padding: "0 12px",
    border: `1px solid ${theme.semanticColors.focusBorder}`,
    borderRadius: 2,
    color: theme.semanticColors.bodyText,
    backgroundColor: theme.semanticColors.bodyBackground,
    selectors: {
      ":not(:focus)": {
        clipPath: "inset(50%)",
        width: 1,
        height: 1,
        padding: 0,
        border: 0,
        overflow: "hidden",
      },
      ":focus": { outline: `2px solid ${theme.semanticColors.focusBorder}` },
    },
  },
}));
