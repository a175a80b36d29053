import { IconButton } from "@fluentui/react";
import { readableLine, readableText } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import type { Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { FactList } from "../../Kit/Controls/FactList";
import { dividerColor, themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { cveFacts } from "./cveFacts";
import { CveSeverityBadge } from "./cveColumns";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** One CVE of a package in full. */
export function CveDetails(props: { readonly vulnerability: Vulnerability; readonly onClose: () => void }) {
  const { vulnerability, onClose } = props;
  const { severity, description, fix } = vulnerability;
  const cveId = readableLine(vulnerability.cveId);
  const classes = useStyles(cveStyles);
  return (
    <section className={classes.details} aria-label={format(Vulnerabilities.cveDetails, cveId)}>
      <header className={classes.header}>
        <h4 className={classes.title}>{cveId}</h4>
        <CveSeverityBadge severity={severity} />
        <IconButton
          className={classes.close}
          iconProps={{ iconName: "Cancel" }}
          ariaLabel={format(Vulnerabilities.cveClose, cveId)}
          onClick={onClose}
        />
      </header>
      {description && <p className={classes.text}>{readableText(description)}</p>}
      {fix === "claimed" && <p className={classes.text}>{Vulnerabilities.cveContradiction}</p>}
      <FactList facts={cveFacts(vulnerability)} />
      {isCveNumber(cveId) && (
        <p className={classes.text}>
          <ExternalLink href={format(Vulnerabilities.cveLink, cveId)}>
            {format(Vulnerabilities.cveOpen, cveId)}
          </ExternalLink>
        </p>
      )}
    </section>
  );
}

/** Only a real number may become part of a link. */
function isCveNumber(text: string): boolean {
  return /^CVE-\d{4}-\d{4,}$/i.test(text);
}

const cveStyles = themeStyles((theme) => ({
  details: {
    marginTop: 12,
    padding: "8px 12px",
    border: `1px solid ${dividerColor(theme)}`,
    borderRadius: 2,
  },
  header: { display: "flex", alignItems: "center", gap: 12 },
  title: { ...theme.fonts.medium, fontWeight: 600, margin: 0 },
  close: { marginLeft: "auto" },
  text: { margin: "8px 0", overflowWrap: "anywhere" },
}));
