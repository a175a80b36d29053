import { fillIn } from "../../../Client/Domain/fillIn";
import type {
  ComponentKind,
  ContainerPlace,
  Exploit,
  FixState,
  Vulnerability,
} from "../../../Client/Domain/vulnerability";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

export const kindWords: Readonly<Record<ComponentKind, string>> = {
  container: Vulnerabilities.kindContainer,
  nodePool: Vulnerabilities.kindNodePool,
  cluster: Vulnerabilities.kindCluster,
  other: Vulnerabilities.kindOther,
};

export const exploitWords: Readonly<Record<Exploit, string>> = {
  inKit: Vulnerabilities.exploitInKit,
  verified: Vulnerabilities.exploitVerified,
  public: Vulnerabilities.exploitPublic,
};

export const fixWords: Readonly<Record<FixState, string>> = {
  fixed: Vulnerabilities.cveFixable,
  claimed: Vulnerabilities.cveFixClaimed,
  none: Vulnerabilities.cveNoFix,
  unknown: Vulnerabilities.cveFixUnknown,
};

/** The version that closes a CVE, or what is known instead. */
export function fixText({ fix, fixedVersion }: Vulnerability): string {
  return fix === "fixed" ? fixedVersion : fixWords[fix];
}

/** Kind and name of what created the pods; empty when neither is known. */
export function controllerText({ controllerKind, controllerName }: ContainerPlace): string {
  return controllerKind && controllerName
    ? fillIn(Vulnerabilities.controller, controllerKind, controllerName)
    : controllerKind || controllerName;
}
