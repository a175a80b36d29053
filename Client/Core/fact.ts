/** A name and a value as Defender for Cloud reports them, in its order. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}
