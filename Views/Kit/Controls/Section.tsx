import { Icon } from "@fluentui/react";
import { useState, type ReactNode } from "react";
import { dividerColor, themeStyles, useStyles } from "./useStyles";

/** A part of the details that folds away. */
export function Section(props: {
  readonly title: string;
  readonly children: ReactNode;
  /** Heading level in the outline of the page. */
  readonly level?: 2 | 3 | 4;
  /** Whether it is open at first. It opens when this becomes true; it is folded by hand only. */
  readonly startsOpen?: boolean;
}) {
  const { title, children, level = 3, startsOpen = true } = props;
  const classes = useStyles(sectionStyles);
  const [isOpen, setOpen] = useState(startsOpen);
  const [didStartOpen, setStartedOpen] = useState(startsOpen);
  if (startsOpen !== didStartOpen) {
    setStartedOpen(startsOpen);
    setOpen(isOpen || startsOpen);
  }
  const Heading = `h${level}` as const;
  return (
    <section className={level === 4 ? classes.inner : classes.section}>
      <Heading className={classes.heading}>
        <button
          type="button"
          className={classes.button}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon iconName={isOpen ? "ChevronDown" : "ChevronRight"} className={classes.chevron} aria-hidden />
          {title}
        </button>
      </Heading>
      {isOpen && <div className={classes.content}>{children}</div>}
    </section>
  );
}

const sectionStyles = themeStyles((theme) => ({
  section: { borderBottom: `1px solid ${dividerColor(theme)}` },
  inner: {},
  heading: { margin: 0 },
  button: {
    ...theme.fonts.medium,
    fontWeight: 600,
    display: "flex",
    alignItems: "center",
    gap: 8,
    width: "100%",
    padding: "10px 0",
    border: "none",
    background: "none",
    color: theme.semanticColors.bodyText,
    textAlign: "left",
    cursor: "pointer",
    selectors: {
      ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "-2px" },
    },
  },
  chevron: { fontSize: 10, width: 12 },
  content: { padding: "0 0 12px 20px", lineHeight: 20, overflowWrap: "anywhere" },
}));
