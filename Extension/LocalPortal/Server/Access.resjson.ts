/** What the local portal says about opening its page. */
export enum Access {
  badRequest = "The local portal can't answer this request.",
  closedText = "This address was used before, has expired, or isn't complete. The terminal where the local portal runs shows an address that works once. Open that one in this browser. Reloading the page works afterward.",
  closedTitle = "Open the address from the terminal",
  continue = "Continue",
  loadingView = "Loading…",
  opening = "Opening the local portal",
  reopened = "The local portal was opened without a valid address. If that was you, open this one. It works once, within {0} minutes: {1}",
  serverError = "The local portal couldn't answer. Start it again.",
}
