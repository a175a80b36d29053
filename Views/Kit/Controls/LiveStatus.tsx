import { themeStyles, useStyles } from "./useStyles";

/** A sentence that is shown and announced to screen readers whenever it changes. */
export function LiveStatus({ text }: { readonly text: string }) {
  const classes = useStyles(statusStyles);
  return (
    <div role="status" aria-live="polite" className={classes.status}>
      {text}
    </div>
  );
}

const statusStyles = themeStyles((theme) => ({
  status: { color: theme.semanticColors.bodySubtext, lineHeight: 20, minHeight: 20 },
}));
