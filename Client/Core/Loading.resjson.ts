/** What is said of code that is loaded on first use. */
export enum Loading {
  codeNotLoaded = "This part of the page couldn't be loaded. Check your connection, and try again.",
}
