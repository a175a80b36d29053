/** Where the bundle of the views is. */
export interface ViewFiles {
  /** Resolves to the folder when it is complete: in the repository it is built first, in the package it is there. */
  folder(): Promise<string>;
}
