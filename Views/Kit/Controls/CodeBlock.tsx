import { CopyButton } from "./CopyButton";
import { dividerColor, themeStyles, useStyles } from "./useStyles";

/** Text to be copied into a shell or an editor, exactly as it is. */
export function CodeBlock(props: {
  readonly code: string;
  /** What the button that copies it is called. */
  readonly copyLabel: string;
}) {
  const { code, copyLabel } = props;
  const classes = useStyles(codeStyles);
  return (
    <div>
      {/* A region that scrolls must be in reach of the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.code} tabIndex={0}>
        {code}
      </pre>
      <CopyButton text={code} label={copyLabel} />
    </div>
  );
}

const codeStyles = themeStyles((theme) => ({
  code: {
    fontFamily: "Consolas, monospace",
    fontSize: 12,
    margin: "4px 0",
    padding: 8,
    maxHeight: 180,
    overflow: "auto",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    unicodeBidi: "isolate",
    border: `1px solid ${dividerColor(theme)}`,
    borderRadius: 2,
  },
}));
