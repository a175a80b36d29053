import { Icon } from "@fluentui/react";
import type { ReactNode } from "react";
import { themeStyles, useStyles } from "../Controls/useStyles";

type FullScreenTone = "neutral" | "good" | "blocked" | "broken";

const icons: Readonly<Record<FullScreenTone, string>> = {
  neutral: "Filter",
  good: "SkypeCircleCheck",
  blocked: "Lock",
  broken: "Error",
};

/** A state that takes the place of the grid: what is the case, why, and what can be done. */
export function FullScreen(props: {
  readonly tone: FullScreenTone;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const { tone, title, children } = props;
  const classes = useStyles(screenStyles);
  return (
    <div className={classes.screen} role={tone === "broken" || tone === "blocked" ? "alert" : undefined}>
      <Icon iconName={icons[tone]} className={`${classes.icon} ${classes[tone]}`} aria-hidden />
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.text}>{children}</div>
    </div>
  );
}

const screenStyles = themeStyles((theme) => ({
  screen: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    padding: "48px 16px",
    gap: 8,
  },
  icon: { fontSize: 40, lineHeight: 48 },
  neutral: { color: theme.semanticColors.bodySubtext },
  good: { color: theme.semanticColors.successIcon },
  blocked: { color: theme.semanticColors.bodySubtext },
  broken: { color: theme.semanticColors.errorIcon },
  title: { ...theme.fonts.large, fontWeight: 600, margin: 0 },
  text: { maxWidth: 560, lineHeight: 20, overflowWrap: "anywhere" },
}));
