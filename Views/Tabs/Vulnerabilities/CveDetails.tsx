import { IconButton } from "@fluentui/react";
import { fillIn } from "../../../Client/Domain/fillIn";
import type { Vulnerability } from "../../../Client/Domain/vulnerability";
import { ExternalLink } from "../../Findings/ExternalLink";
import { FactList } from "../../Findings/FactList";
import { Findings } from "../../Findings/Findings.resjson";
import { formatDay } from "../../Findings/formatDate";
import { dividerColor, themeStyles, useStyles } from "../../Findings/useStyles";
import { fixText } from "./componentWords";
import { exploitText } from "./cveColumns";
import { CveSeverityBadge } from "./CveSeverityBadge";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** One CVE of a package in full. */
export function CveDetails(props: { readonly vulnerability: Vulnerability; readonly onClose: () => void }) {
  const { vulnerability, onClose } = props;
  const { cveId, severity, description, fix } = vulnerability;
  const classes = useStyles(cveStyles);
  return (
    <section className={classes.details} aria-label={fillIn(Vulnerabilities.cveDetails, cveId)}>
      <header className={classes.header}>
        <h4 className={classes.title}>{cveId}</h4>
        <CveSeverityBadge severity={severity} />
        <IconButton
          className={classes.close}
          iconProps={{ iconName: "Cancel" }}
          ariaLabel={fillIn(Vulnerabilities.cveClose, cveId)}
          onClick={onClose}
        />
      </header>
      {description && <p className={classes.text}>{description}</p>}
      {fix === "claimed" && <p className={classes.text}>{Vulnerabilities.cveContradiction}</p>}
      <FactList facts={factsOf(vulnerability)} />
      {isCveNumber(cveId) && (
        <p className={classes.text}>
          <ExternalLink href={fillIn(Vulnerabilities.cveLink, cveId)}>
            {fillIn(Vulnerabilities.cveOpen, cveId)}
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

function factsOf(vulnerability: Vulnerability) {
  const { packageName, installed, packageType, vendor, cvss, cvssVector, published } = vulnerability;
  const known = (value: string | undefined) => value || Findings.unknownValue;
  return [
    { name: Vulnerabilities.cvePackage, value: known(packageName) },
    { name: Vulnerabilities.cveInstalled, value: known(installed.join(", ")) },
    { name: Vulnerabilities.cveFixed, value: fixText(vulnerability) },
    { name: Vulnerabilities.cvePackageType, value: known(packageType) },
    { name: Vulnerabilities.cveVendor, value: known(vendor) },
    { name: Vulnerabilities.cveScore, value: known(cvss?.toFixed(1)) },
    { name: Vulnerabilities.cveVector, value: known(cvssVector) },
    { name: Vulnerabilities.cveExploit, value: exploitText(vulnerability) ?? Vulnerabilities.exploitNone },
    { name: Vulnerabilities.cvePublished, value: known(published && formatDay(published)) },
  ];
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
