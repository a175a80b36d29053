/** What the portal's notification says when the settings can't be opened. */
export enum OpenSettings {
  failed = "Something went wrong in the portal: {0} Reload the page, then try again.",
  opening = "Opening the settings…",
  refused = "The portal didn't open the pane. Close other panes, then try again.",
  title = "We couldn't open the settings of Defender for Containers",
}
