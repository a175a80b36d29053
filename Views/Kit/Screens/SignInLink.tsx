import { ExternalLink } from "../Controls/ExternalLink";
import { useDashboard } from "../Session/dashboardContext";
import { Findings } from "./Findings.resjson";

/**
 * Opens this page in another tab of the portal. That a portal which is loaded anew signs its user in as Azure then asks is an
 * assumption: nothing public lets a view ask for it (facts: portal-sdk.md, 1.1). What was entered here stays, and can be tried again.
 */
export function SignInLink() {
  const { cluster, host } = useDashboard();
  return <ExternalLink href={host.viewLink(cluster.id, "")}>{Findings.signIn}</ExternalLink>;
}
