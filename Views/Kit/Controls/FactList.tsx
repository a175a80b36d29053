import type { ReactNode } from "react";
import { readableLine, readableText } from "../../../Client/Core/visibleText";
import type { Fact } from "../../../Client/Core/label";
import { BreakableText } from "./BreakableText";
import { themeStyles, useStyles } from "./useStyles";

/** A fact of the service, or of ours. */
export interface ShownFact extends Fact {
  /** `Intl` wrote the value, or a part of it: the marks of its region stay. */
  readonly isFormatted?: true;
  /** Stands after the name, and explains it. */
  readonly about?: ReactNode;
}

/** Names and values in two columns, one under the other where there is no room. */
export function FactList({ facts }: { readonly facts: readonly ShownFact[] }) {
  const classes = useStyles(factStyles);
  return (
    <dl className={classes.list}>
      {facts.map(({ name, value, isFormatted, about }, index) => (
        <div key={`${index} ${name}`} className={classes.fact}>
          <dt className={classes.name}>
            {readableLine(name)}
            {about !== undefined && <> {about}</>}
          </dt>
          <dd className={classes.value}>
            {isFormatted ? value : <BreakableText text={readableText(value)} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const factStyles = themeStyles((theme) => ({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(220px, 1fr))",
    gap: "12px 24px",
    margin: 0,
  },
  fact: { minWidth: 0 },
  name: { color: theme.semanticColors.bodySubtext, fontSize: 12 },
  // Names and command lines come from attackers: isolate their text direction, show them as they are.
  value: {
    margin: 0,
    overflowWrap: "anywhere",
    unicodeBidi: "plaintext",
    textAlign: "left",
    whiteSpace: "pre-wrap",
  },
}));
