import { IconButton, TooltipHost } from "@fluentui/react";
import { useState } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import { standardsSummary, type ComplianceIssue } from "../../../Client/Compliance/compliance";
import { format } from "../../../Client/Core/format";
import type { Listing } from "../../../Client/Core/listing";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { Compliance } from "./Compliance.resjson";
import { TermButton } from "../../Kit/Terms/TermButton";

/** How many standards the cluster meets and how many not, their names at hand, and the way to choose others. */
export function StandardsSummary({ listing }: { readonly listing: Listing<ComplianceIssue> }) {
  const classes = useStyles(summaryStyles);
  const standards = standardsSummary(listing.counts);
  return (
    <section className={classes.summary} aria-label={Compliance.summaryTitle}>
      <Counter label={Compliance.nonCompliant} names={standards?.nonCompliant} />
      <Counter label={Compliance.compliant} names={standards?.compliant} />
      {!standards && <p className={classes.unknown}>{Compliance.standardsUnknown}</p>}
      <span>
        <ExternalLink href={Compliance.chooseStandardsLink}>{Compliance.chooseStandards}</ExternalLink>{" "}
        <TermButton term="mcsb" />
      </span>
    </section>
  );
}

function Counter({
  label,
  names,
}: {
  readonly label: string;
  readonly names: readonly string[] | undefined;
}) {
  const classes = useStyles(summaryStyles);
  return (
    <div className={classes.counter}>
      <span className={classes.number}>{names ? formatNumber(names.length) : Findings.unknownCount}</span>
      <span>{label}</span>
      {names && <Names label={label} names={names} />}
    </div>
  );
}

/** The names as a tooltip, and unfolded by a press for those who do not hover. */
function Names({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  const readable = names.map(readableLine);
  const classes = useStyles(summaryStyles);
  const [isOpen, setOpen] = useState(false);
  const text =
    names.length === 0
      ? format(Compliance.noNames, label)
      : format(Compliance.names, label, readable.join(", "));
  return (
    <>
      <TooltipHost content={text}>
        <IconButton
          iconProps={{ iconName: "Info" }}
          styles={{ root: { width: 28, height: 28 } }}
          ariaLabel={text}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </TooltipHost>
      {isOpen && names.length > 0 && (
        <ul className={classes.names}>
          {readable.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const summaryStyles = themeStyles((theme) => ({
  summary: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0 24px",
    minHeight: 28,
  },
  counter: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8 },
  number: { ...theme.fonts.xLarge, fontWeight: 600, lineHeight: 24 },
  names: { margin: 0, paddingLeft: 16 },
  unknown: { margin: 0, color: theme.semanticColors.bodySubtext },
}));
