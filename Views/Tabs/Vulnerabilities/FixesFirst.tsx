import { fillIn } from "../../../Client/Domain/fillIn";
import { fixesFirst, type PackageFix } from "../../../Client/Domain/fixesFirst";
import type {
  ComponentDetails,
  Vulnerability,
  VulnerableComponent,
} from "../../../Client/Domain/vulnerability";
import { Findings } from "../../Findings/Findings.resjson";
import { formatNumber } from "../../Findings/formatNumber";
import { SimpleTable } from "../../Findings/SimpleTable";
import { updateText } from "./componentWords";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** For each package the one version that closes the most CVEs, and how to bring it where the component is. */
export function FixesFirst(props: {
  readonly component: VulnerableComponent;
  readonly details: Pick<ComponentDetails, "vulnerabilities" | "unreadable">;
}) {
  const { component, details } = props;
  const { vulnerabilities, unreadable } = details;
  if (vulnerabilities.length === 0) {
    return <p>{unreadable.length > 0 ? Vulnerabilities.fixesUnreadable : Vulnerabilities.fixesNoCves}</p>;
  }
  const fixes = fixesFirst(vulnerabilities);
  const { isManagedByAks, kind } = component;
  // AKS's own containers and machines get updates whether or not a version is named.
  const remedy = fixes.length > 0 || isManagedByAks || kind !== "container" ? remedyOf(component) : undefined;
  return (
    <>
      {fixes.length === 0 ? (
        <p>{noFixText(vulnerabilities)}</p>
      ) : (
        <SimpleTable
          caption={Vulnerabilities.fixesTable}
          headers={[
            Vulnerabilities.fixPackage,
            Vulnerabilities.fixType,
            Vulnerabilities.fixInstalled,
            Vulnerabilities.fixVersion,
            Vulnerabilities.fixCloses,
          ]}
          rows={fixes.map(cellsOf)}
        />
      )}
      {remedy !== undefined && <p>{remedy}</p>}
    </>
  );
}

/** That there is no fix yet is only said where Defender for Cloud says so of every vulnerability. */
function noFixText(vulnerabilities: readonly Vulnerability[]): string {
  return vulnerabilities.every(({ fix }) => fix === "none")
    ? Vulnerabilities.fixesNone
    : Vulnerabilities.fixesNotNamed;
}

/** How an update comes to a component; `undefined`: that is not known. */
function remedyOf({ kind, isManagedByAks }: VulnerableComponent): string | undefined {
  if (isManagedByAks) {
    return Vulnerabilities.fixesManaged;
  }
  switch (kind) {
    case "container":
      return Vulnerabilities.fixesRebuild;
    case "nodePool":
      return Vulnerabilities.fixesNodePool;
    case "cluster":
      return Vulnerabilities.fixesCluster;
    case "other":
      return undefined;
  }
}

function cellsOf({
  updates,
  packageName,
  packageType,
  installed,
  version,
  closes,
  of,
  isCompared,
}: PackageFix): readonly string[] {
  return [
    updateText(updates, packageName) ?? Findings.unknownValue,
    packageType || Findings.unknownValue,
    installed.join(", ") || Findings.unknownValue,
    version,
    fillIn(
      isCompared ? Vulnerabilities.fixClosesOf : Vulnerabilities.fixNotCompared,
      formatNumber(closes),
      formatNumber(of),
    ),
  ];
}
