import { format } from "../../../Client/Core/format";
import {
  packageUpdates,
  isNotAbove,
  noUpdates,
  type NoUpdate,
  type PackageFix,
} from "../../../Client/Vulnerabilities/packageUpdates";
import type {
  ComponentDetails,
  Vulnerability,
  VulnerableComponent,
} from "../../../Client/Vulnerabilities/vulnerability";
import { readableLine } from "../../../Client/Core/visibleText";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { updateText } from "./componentLabels";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** For each package the one version that closes the most CVEs, and how to update the component to it. */
export function PackageUpdates(props: {
  readonly component: VulnerableComponent;
  readonly details: Pick<ComponentDetails, "vulnerabilities" | "unreadable">;
}) {
  const { component, details } = props;
  const { vulnerabilities, unreadable } = details;
  if (vulnerabilities.length === 0) {
    return <p>{unreadable.length > 0 ? Vulnerabilities.fixesUnreadable : Vulnerabilities.fixesNoCves}</p>;
  }
  const fixes = packageUpdates(vulnerabilities);
  const noFix = noFixText(vulnerabilities);
  const { isManagedByAks, kind } = component;
  // AKS's own containers and machines get updates whether or not a version is named, unless those that are named are there already.
  const mayHaveUpdates = kind !== "container" && !vulnerabilities.every(isNotAbove);
  const remedies = fixes.length > 0 || isManagedByAks || mayHaveUpdates ? remediesOf(component, fixes) : [];
  return (
    <>
      {fixes.length === 0 ? (
        noFix !== undefined && <p>{noFix}</p>
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
      {remedies.map((remedy) => (
        <p key={remedy}>{remedy}</p>
      ))}
      <NoUpdates items={noUpdates(vulnerabilities)} />
    </>
  );
}

/** Packages whose named version isn't an update. */
function NoUpdates({ items }: { readonly items: readonly NoUpdate[] }) {
  return items.length === 0 ? null : (
    <>
      <p>{Vulnerabilities.fixesNotAboveSome}</p>
      <ul>
        {items.map(({ updates, packageName, packageType, installed, named }) => (
          <li key={JSON.stringify([updates, packageName, packageType])}>
            {readableLine(
              format(
                Vulnerabilities.fixesNotAboveItem,
                updateText(updates, packageName) ?? Findings.unknownValue,
                installed.join(", "),
                named.join(", "),
              ),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Says that there's no fix yet only if Defender for Cloud says so about every vulnerability. */
function noFixText(vulnerabilities: readonly Vulnerability[]): string | undefined {
  if (vulnerabilities.every(isNotAbove)) {
    return undefined; // What is listed below says it all.
  }
  return vulnerabilities.every(({ fix }) => fix === "none")
    ? Vulnerabilities.fixesNone
    : Vulnerabilities.fixesNotNamed;
}

/** How updates come to a component; none: that is not known. */
function remediesOf(
  { kind, isManagedByAks }: VulnerableComponent,
  fixes: readonly PackageFix[],
): readonly string[] {
  if (isManagedByAks) {
    return [Vulnerabilities.fixesManaged];
  }
  switch (kind) {
    case "container":
      return [Vulnerabilities.fixesRebuild];
    case "nodePool":
      return nodePoolRemedies(fixes);
    case "cluster":
      return [Vulnerabilities.fixesCluster];
    case "other":
      return [];
  }
}

/** A new image has the newer packages of its nodes; a newer Kubernetes is another upgrade. */
function nodePoolRemedies(fixes: readonly PackageFix[]): readonly string[] {
  const isKubernetes = fixes.some(({ updates }) => updates === "kubernetes");
  const isImage = fixes.length === 0 || fixes.some(({ updates }) => updates !== "kubernetes");
  return [
    ...(isImage ? [Vulnerabilities.fixesNodePool] : []),
    ...(isKubernetes ? [Vulnerabilities.fixesNodePoolKubernetes] : []),
  ];
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
    format(
      isCompared ? Vulnerabilities.fixClosesOf : Vulnerabilities.fixNotCompared,
      formatNumber(closes),
      formatNumber(of),
    ),
  ];
}
