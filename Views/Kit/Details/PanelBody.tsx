import type { ReactNode } from "react";
import { inLowFrames } from "../Controls/lowFrame";
import { dividerColor, themeStyles, useStyles } from "../Controls/useStyles";

/** Scrolling content of a details panel, with its buttons always in reach at the foot; in low frames the whole panel scrolls. */
export function PanelBody({ children, foot }: { readonly children: ReactNode; readonly foot: ReactNode }) {
  const classes = useStyles(bodyStyles);
  return (
    <>
      <div className={classes.body}>{children}</div>
      {foot && <footer className={classes.foot}>{foot}</footer>}
    </>
  );
}

const bodyStyles = themeStyles((theme) => ({
  body: {
    flex: 1,
    overflowY: "auto",
    padding: "4px 20px 20px",
    selectors: { [inLowFrames]: { flex: "none", overflowY: "visible" } },
  },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    gap: 16,
    alignItems: "center",
    padding: "12px 20px",
    borderTop: `1px solid ${dividerColor(theme)}`,
  },
}));
