import type { AffectedNodes, Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { formatDay } from "../../Kit/Controls/formatDate";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import type { ShownFact } from "../../Kit/Controls/FactList";
import { TermButton } from "../../Kit/Terms/TermButton";
import { fixText, updateText } from "./componentLabels";
import { exploitText } from "./cveColumns";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

const known = (value: string | undefined) => value || Findings.unknownValue;

/** Everything known about one CVE in one package. */
export function cveFacts(vulnerability: Vulnerability): readonly ShownFact[] {
  const { updates, packageName, installed, packageType, vendor, os, cvss, cvssVector, published, nodes } =
    vulnerability;
  return [
    { name: Vulnerabilities.cvePackage, value: known(updateText(updates, packageName)) },
    { name: Vulnerabilities.cveInstalled, value: known(installed.join(", ")) },
    { name: Vulnerabilities.cveFixed, value: fixText(vulnerability) },
    { name: Vulnerabilities.cvePackageType, value: known(packageType) },
    { name: Vulnerabilities.cveVendor, value: known(vendor) },
    ...(os ? [{ name: Vulnerabilities.cveOs, value: os }] : []),
    { name: Vulnerabilities.cveScore, value: known(cvss?.toFixed(1)), about: <TermButton term="cvss" /> },
    { name: Vulnerabilities.cveVector, value: known(cvssVector) },
    { name: Vulnerabilities.cveExploit, value: exploitText(vulnerability) ?? Vulnerabilities.exploitNone },
    {
      name: Vulnerabilities.cvePublished,
      value: known(published && formatDay(published)),
      isFormatted: true,
    },
    ...(nodes ? nodeFacts(nodes) : []),
  ];
}

/** The nodes by name; where not all names are known, how many there are. */
function nodeFacts(nodes: AffectedNodes): readonly ShownFact[] {
  const { names, count, installedImage, fixedImage, installedKubernetes, fixedKubernetes } = nodes;
  const named = names.length === count ? names.join(", ") : formatNumber(count);
  return [
    { name: Vulnerabilities.cveNodes, value: count === 0 ? Findings.unknownValue : named },
    { name: Vulnerabilities.cveInstalledImage, value: known(installedImage) },
    { name: Vulnerabilities.cveFixedImage, value: known(fixedImage) },
    { name: Vulnerabilities.cveInstalledKubernetes, value: known(installedKubernetes) },
    { name: Vulnerabilities.cveFixedKubernetes, value: known(fixedKubernetes) },
  ];
}
