import type { LanguageInstaller } from "./languageInstaller";
import type { OsInstaller } from "./osInstaller";

export type Installer = LanguageInstaller | OsInstaller;

/** A package as an installer is to bring it: to exactly this version, or to at least this one where it keeps no old ones. */
export interface PackageUpdate {
  readonly installer: Installer;
  readonly name: string;
  readonly version: string;
}
