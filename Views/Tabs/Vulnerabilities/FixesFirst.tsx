import { fillIn } from "../../../Client/Domain/fillIn";
import { fixesFirst, type PackageFix } from "../../../Client/Domain/fixesFirst";
import type { Vulnerability } from "../../../Client/Domain/vulnerability";
import { Findings } from "../../Findings/Findings.resjson";
import { SimpleTable } from "../../Findings/SimpleTable";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** For each package the one version that closes the most CVEs. */
export function FixesFirst({ vulnerabilities }: { readonly vulnerabilities: readonly Vulnerability[] }) {
  const fixes = fixesFirst(vulnerabilities);
  if (fixes.length === 0) {
    return <p>{vulnerabilities.length === 0 ? Vulnerabilities.fixesNoCves : Vulnerabilities.fixesNone}</p>;
  }
  return (
    <>
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
      <p>{Vulnerabilities.fixesRebuild}</p>
    </>
  );
}

function cellsOf({
  packageName,
  packageType,
  installed,
  version,
  closes,
  of,
  isCompared,
}: PackageFix): readonly string[] {
  return [
    packageName,
    packageType || Findings.unknownValue,
    installed.join(", ") || Findings.unknownValue,
    version,
    fillIn(
      isCompared ? Vulnerabilities.fixClosesOf : Vulnerabilities.fixNotCompared,
      closes.toLocaleString(),
      of.toLocaleString(),
    ),
  ];
}
