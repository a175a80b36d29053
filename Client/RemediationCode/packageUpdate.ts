import type { PackageFix } from "../Vulnerabilities/packageUpdates";
import type { Vulnerability } from "../Vulnerabilities/vulnerability";
import type { PackageUpdate } from "./installer";
import { languageInstaller } from "./languageInstaller";
import { osInstaller } from "./osInstaller";
import { isPackage } from "./packageGrammar";

/**
 * The update as an installer takes it; `undefined` when the installer is not known, or would take it for something else: then it
 * is only listed. `image` is the name of the image that has the package.
 */
export function packageUpdate(
  { packageName: name, packageType, version }: PackageFix,
  vulnerabilities: readonly Vulnerability[],
  image: string,
): PackageUpdate | undefined {
  const found = vulnerabilities.find(
    (vulnerability) => vulnerability.packageName === name && vulnerability.packageType === packageType,
  );
  const installer = found && (languageInstaller(found) ?? osInstaller(found, version, image));
  const update = installer && { installer, name, version };
  return update && isPackage(update) ? update : undefined;
}
