import { IconButton } from "@fluentui/react";
import { useRef, useState } from "react";
import { format } from "../../../Client/Core/format";
import { DialogCallout } from "../Controls/DialogCallout";
import { ExternalLink } from "../Controls/ExternalLink";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { Terms as Text } from "./Terms.resjson";
import { terms, type TermName } from "./terms";

/** Stands beside a term: opens a callout that says in one sentence what it means, and where to learn more. */
export function TermButton({ term }: { readonly term: TermName }) {
  const classes = useStyles(termStyles);
  const target = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { name, text, link } = terms[term];
  const label = format(Text.about, name);
  return (
    <span ref={target} className={classes.place}>
      <IconButton
        iconProps={{ iconName: "Info", styles: { root: { fontSize: 12 } } }}
        styles={{ root: { width: 24, height: 24, margin: "-2px" } }}
        ariaLabel={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <DialogCallout target={target} label={label} onDismiss={() => setOpen(false)}>
          <div className={classes.callout}>
            <p className={classes.text}>{text}</p>
            <ExternalLink href={link}>{Text.learnMore}</ExternalLink>
          </div>
        </DialogCallout>
      )}
    </span>
  );
}

/** The buttons of several terms, after the line that has them. */
export function TermButtons({ named }: { readonly named: readonly TermName[] }) {
  return (
    <>
      {named.map((term) => (
        <TermButton key={term} term={term} />
      ))}
    </>
  );
}

const termStyles = themeStyles((theme) => ({
  place: { display: "inline-flex", verticalAlign: "middle" },
  callout: { ...theme.fonts.medium, maxWidth: 320, padding: "12px 16px", lineHeight: 20 },
  text: { margin: "0 0 8px" },
}));
