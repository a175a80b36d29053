/** What is said of the change of an alert's status. */
export enum StatusChange {
  changed = "Someone else set the status to {0}. Nothing was sent. Try again to replace that.",
  Active = "Active",
  InProgress = "In progress",
  Resolved = "Resolved",
  Dismissed = "Dismissed",
  /** Wherever the right to set the status "In progress" is missing. */
  onlyWildcards = "Custom roles can't include this permission. Only roles with wildcards, such as Security Admin, Contributor, and Owner, hold it.",
}
