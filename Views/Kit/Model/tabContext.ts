/** What the view of a tab may depend on beside the findings. */
export interface TabContext {
  /** Whether Defender CSPM is on, which adds risks and owners; `undefined`: not known. */
  readonly hasCspm: boolean | undefined;
  /** Email address of who is signed in; `undefined`: not known. */
  readonly me: string | undefined;
}
