import { lastKnown } from "../Model/loadable";
import { useProtection } from "./useProtection";

/** Whether findings have owners: only Defender CSPM keeps them. Where that is not known, what there is is shown. */
export function useHasOwners(): boolean {
  const { cspm } = useProtection();
  return lastKnown(cspm) ?? true;
}
