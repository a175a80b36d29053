import { getRTL, useTheme } from "@fluentui/react";
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import type { Level } from "../../../Client/Core/level";
import { Findings } from "../Screens/Findings.resjson";
import type { StripFact } from "../Model/findingsTab";
import { IconCommand } from "../Controls/IconCommand";
import { levelColor } from "../Controls/levelColor";
import { inLowFrames } from "../Controls/lowFrame";
import { dividerColor, themeStyles, useStyles } from "../Controls/useStyles";

/**
 * The panel beside the grid. It is not modal: the grid stays usable, and opening another row changes its content. It takes
 * the focus when it opens, unless it follows the list, and hands it back through `onClose`.
 */
export function DetailsPanel(props: {
  readonly panel: RefObject<HTMLElement>;
  /** Identity of what is shown. */
  readonly subject: string;
  readonly title: string;
  readonly level: Level;
  readonly strip: readonly StripFact[];
  /** In pixels; as wide as the page where that is narrower. */
  readonly width: number;
  /** Whether the focus stays where it is: the list, whose rows say themselves what is shown. */
  readonly isFollowing: boolean;
  /** `undefined`: there is none in that direction. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { panel, subject, title, level, strip, width, isFollowing, onPrevious, onNext, onClose } = props;
  const theme = useTheme();
  const classes = useStyles(panelStyles);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Stepping with the panel's own buttons leaves the focus on them.
    if (!isFollowing && !panel.current?.contains(document.activeElement)) {
      heading.current?.focus();
    }
  }, [subject, isFollowing, panel]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      onClose();
    }
  };
  return (
    // The panel listens for Escape from any focused element inside it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      className={classes.panel}
      style={{ borderColor: levelColor(theme, level), width }}
      aria-label={Findings.details}
      onKeyDown={closeOnEscape}
    >
      <header className={classes.header}>
        {/* Before the title, which gets the focus: the next stop from there is the finding's own first control. */}
        <div className={classes.commands}>
          <IconCommand icon="ChevronUp" label={Findings.previousFinding} onClick={onPrevious} />
          <IconCommand icon="ChevronDown" label={Findings.nextFinding} onClick={onNext} />
          <IconCommand
            icon={getRTL() ? "DoubleChevronLeft" : "DoubleChevronRight"}
            label={Findings.closePanel}
            onClick={onClose}
          />
        </div>
        <h2 className={classes.title} ref={heading} tabIndex={-1} aria-live={isFollowing ? "off" : "polite"}>
          {readableLine(title)}
        </h2>
      </header>
      <dl className={classes.strip}>
        {strip.map(({ label, content }) => (
          <div key={label} className={classes.fact}>
            <dt className={classes.term}>{label}</dt>
            <dd className={classes.value}>{content}</dd>
          </div>
        ))}
      </dl>
      {props.children}
    </aside>
  );
}

const panelStyles = themeStyles((theme) => ({
  panel: {
    position: "absolute",
    zIndex: 5,
    top: 0,
    right: 0,
    bottom: 0,
    maxWidth: "100%",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    borderLeft: "6px solid",
    backgroundColor: theme.semanticColors.bodyBackground,
    boxShadow: theme.effects.elevation16,
    forcedColorAdjust: "none",
    animationName: "none",
    selectors: { [inLowFrames]: { overflowY: "auto" } },
  },
  header: { display: "flex", alignItems: "flex-start", gap: 4, padding: "16px 12px 8px 20px" },
  commands: { display: "flex", gap: 4, order: 1 },
  title: {
    ...theme.fonts.large,
    fontWeight: 600,
    flex: 1,
    margin: 0,
    lineHeight: 26,
    overflowWrap: "anywhere",
    unicodeBidi: "plaintext",
    textAlign: "left",
    selectors: {
      ":focus-visible": { outline: `1px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "2px" },
    },
  },
  strip: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px 32px",
    margin: "0 20px",
    padding: "8px 0 12px",
    borderBottom: `1px solid ${dividerColor(theme)}`,
  },
  fact: { minWidth: 100 },
  term: { color: theme.semanticColors.bodySubtext, fontSize: 12 },
  value: { margin: "2px 0 0", fontWeight: 600 },
}));
