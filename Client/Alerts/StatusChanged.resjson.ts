/** What is said when someone else set the status of an alert meanwhile. */
export enum StatusChanged {
  changed = "Someone else set the status to {0}. Nothing was sent. Try again to replace that.",
  Active = "Active",
  InProgress = "In progress",
  Resolved = "Resolved",
  Dismissed = "Dismissed",
}
