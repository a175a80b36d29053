import { hiddenContentStyle } from "@fluentui/react";
import { useEffect, useState } from "react";
import { themeStyles, useStyles } from "./useStyles";

/**
 * A sentence that is announced to screen readers when it comes and whenever it changes. A region that comes with its text isn't announced,
 * so the text follows. `isHidden`: it's shown to screen readers alone.
 */
export function LiveStatus({
  text,
  isHidden = false,
}: {
  readonly text: string;
  readonly isHidden?: boolean;
}) {
  const classes = useStyles(statusStyles);
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <div role="status" aria-live="polite" className={isHidden ? classes.hidden : classes.status}>
      {isThere ? text : ""}
    </div>
  );
}

const statusStyles = themeStyles((theme) => ({
  status: { color: theme.semanticColors.bodySubtext, lineHeight: 20, minHeight: 20 },
  hidden: hiddenContentStyle,
}));
