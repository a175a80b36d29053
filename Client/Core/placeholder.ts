/** Stands in values that only the reader can choose. No API accepts it, so that a forgotten one fails and does nothing. */
export const placeholder = "CHANGE-ME";
