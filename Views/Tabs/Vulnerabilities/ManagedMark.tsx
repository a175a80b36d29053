import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** Stands behind the name of a container that AKS keeps up to date. The icon before it says the same to screen readers. */
export function ManagedMark() {
  const classes = useStyles(markStyles);
  return (
    <span className={classes.mark} aria-hidden>
      {Vulnerabilities.managedByAks}
    </span>
  );
}

const markStyles = themeStyles((theme) => ({
  mark: { marginLeft: 8, color: theme.semanticColors.bodySubtext, fontSize: 12 },
}));
