/** Beside a text of the service that is too long to be shown at once. */
export enum Html {
  cutText = "Showing the first {0} of {1} characters.",
  showAll = "Show all",
}
