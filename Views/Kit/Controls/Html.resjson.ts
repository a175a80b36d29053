/** Beside a text of the service that is too long to be shown at once. */
export enum Html {
  cutText = "The first {0} of {1} characters are shown.",
  showAll = "Show all",
}
