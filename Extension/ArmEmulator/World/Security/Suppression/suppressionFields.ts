/** What a condition of a suppression rule may be about: the values that Microsoft's built-in policy for such rules allows. */
export const suppressionFields: readonly string[] = [
  "entities.account.name",
  "entities.account.aaduserid",
  "entities.account.upnsuffix",
  "entities.azureresource.resourceid",
  "entities.file.name",
  "entities.file.directory",
  "entities.filehash.value",
  "entities.host.hostname",
  "entities.host.azureid",
  "entities.host.dnsdomain",
  "entities.host.omsagentid",
  "entities.ip.address",
  "entities.malware.name",
  "entities.malware.category",
  "entities.process.commandline",
];

/** Codes of the same policy. */
export const suppressionReasons: readonly string[] = [
  "AlertSeverityTooHigh",
  "FalsePositive",
  "Noise",
  "NotRelevant",
  "SpecificEntityFalsePositive",
  "Unclear",
  "Other",
];
