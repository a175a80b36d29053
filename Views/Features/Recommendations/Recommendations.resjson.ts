/** Words that all tabs of recommendations share. */
export enum Recommendations {
  byRisk = "By risk level",
  bySeverity = "By severity",
  columnRisk = "Risk level",
  columnSeverity = "Severity",
  columnOwner = "Owner name",
  columnStatus = "Status",
  columnRemediation = "Remediation solutions",
  filterOwner = "Owner",
  filterFinding = "Finding",
  findingGone = "No longer listed",

  withoutCspm = "Ranked by severity. Defender CSPM adds the risk level, which considers exposure and attack paths, and owners with due dates.",

  statusOverdue = "Overdue",
  statusUnassigned = "Unassigned",
  statusNoDueDate = "No due date",
  statusOnTime = "On time",
  statusExempted = "Exempted",
  statusCompleted = "Completed",
  statusWithDays = "{0} ({1})",
  statusWithDue = "{0} (due {1})",
  noOwner = "No owner",

  remediationManual = "Manual",
  remediationPolicy = "Azure Policy",
  remediationQuickFix = "Quick fix",

  neverScanned = "Defender for Cloud hasn't checked this cluster yet. The first results can take up to 24 hours after protection is enabled.",

  titleDeprecated = "{0} (deprecated by Microsoft on {1})",
  titleSuccessor = "{0} (replaces one deprecated on {1})",
  noteDeprecated = "Deprecated by Microsoft on {0}. It might stay listed for a while. Its successor is agentless and needs Defender CSPM. If the successor is also listed, both are about the same problem.",
  noteSuccessor = "This recommendation seems to replace an Azure Policy add-on recommendation that Microsoft deprecated on {0}. If that one is still listed, both are about the same problem and have the same remediation.",

  sectionDescription = "Description",
  sectionGeneral = "General details",
  sectionRemediation = "Remediation steps",
  noDescription = "Defender for Cloud provided no description.",
  noRemediation = "Defender for Cloud provided no remediation steps.",
  quickFixHint = "Defender for Cloud has a quick fix for this. To apply it, select View additional details. It can take up to 30 minutes until the recommendation updates.",
  openPolicy = "Open the Azure Policy",
  noLogs = "Logs open for alerts only.",
  viewAdditionalDetails = "View additional details",
  loadingDetails = "Loading the recommendation",
  detailsFailed = "We couldn't load the details.",
}
