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

  withoutCspm = "Ranked by severity. Defender CSPM would add the risk level, which weighs exposure and attack paths, and owners with due dates for each fix.",

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

  neverScanned = "Defender for Cloud has not checked this cluster yet. After protection is switched on, the first results take up to 24 hours.",

  titleDeprecated = "{0} (Deprecated by Microsoft on {1})",
  titleSuccessor = "{0} (Replaces one deprecated on {1})",
  noteDeprecated = "Deprecated by Microsoft on {0}. It might stay listed for a while. Its successor is agentless and needs Defender CSPM. If the successor is listed too, both are about the same problem.",
  noteSuccessor = "This recommendation seems to replace one of the Azure Policy add-on that Microsoft deprecated on {0}. If that one is still listed, both are about the same problem, and the same remedy applies.",

  sectionDescription = "Description",
  sectionGeneral = "General details",
  sectionRemediation = "Remediation steps",
  noDescription = "Defender for Cloud gave no description.",
  noRemediation = "Defender for Cloud gave no remediation steps.",
  quickFixHint = "Defender for Cloud offers a quick fix for this: it is on the page of the additional details. It may take up to 30 minutes until the remediation shows.",
  openPolicy = "Open the Azure Policy",
  viewAdditionalDetails = "View additional details",
  loadingDetails = "Loading the recommendation",
  detailsFailed = "The details could not be loaded.",
}
