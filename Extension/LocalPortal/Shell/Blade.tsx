import { IconButton } from "@fluentui/react";
import type { ReactNode } from "react";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";

/** Title bar and content of a page. */
export function Blade(props: {
  readonly title: string;
  readonly subtitle: string;
  /** `undefined`: the blade cannot be closed. */
  readonly onClose: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const { title, subtitle, onClose, children } = props;
  const classes = useStyles(bladeStyles);
  return (
    <main className={classes.blade}>
      <div className={classes.bar}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          <div className={classes.subtitle}>{subtitle}</div>
        </div>
        {onClose && (
          <IconButton iconProps={{ iconName: "Cancel" }} ariaLabel={Shell.close} onClick={onClose} />
        )}
      </div>
      {children}
    </main>
  );
}

const bladeStyles = themeStyles((theme) => ({
  blade: { flex: 1, minHeight: 0, minWidth: 0, display: "flex", flexDirection: "column" },
  bar: { display: "flex", alignItems: "flex-start", padding: "12px 12px 8px 20px" },
  titles: { flex: 1, minWidth: 0 },
  title: { ...theme.fonts.xLarge, fontWeight: 600, margin: 0, lineHeight: 28, overflowWrap: "anywhere" },
  subtitle: { fontSize: 12, color: theme.semanticColors.bodySubtext },
}));
