import { themeStyles, useStyles } from "./useStyles";

/** What is chosen with a radio button, and below it what that means. */
export function ChoiceLabel({ text, detail }: { readonly text: string; readonly detail: string }) {
  const classes = useStyles(labelStyles);
  return (
    <span className={classes.label}>
      <span>{text}</span>
      <span className={classes.detail}>{detail}</span>
    </span>
  );
}

const labelStyles = themeStyles((theme) => ({
  // Fluent puts the button over the label.
  label: { display: "block", paddingLeft: 26, lineHeight: 20 },
  detail: {
    display: "block",
    fontSize: 12,
    color: theme.semanticColors.bodySubtext,
    overflowWrap: "anywhere",
  },
}));
