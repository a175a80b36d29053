/** Texts of ExtensionManifest.json: what the portal shows of this extension before a view is loaded. */
export enum Manifest {
  defenderForCloud = "Microsoft Defender for Cloud",
  /** What people may search the menu for, parted by a comma and a space. */
  defenderForCloudKeywords = "security, alerts, vulnerabilities, misconfigurations, compliance",
  extension = "AKS Security Dashboard",
}
