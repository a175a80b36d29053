export enum Controls {
  copy = "Copy",
  copied = "Copied",
  copyRefused = "The portal doesn't allow copying here. Select the text and copy it.",

  /** Beside a text of the service that is too long to be shown at once. */
  cutText = "Showing the first {0} of {1} characters.",
  showAll = "Show all",

  /** Properties before and after a change. */
  property = "Property",
  before = "Before",
  after = "After",
  notSet = "Not set",
}
