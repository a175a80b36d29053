import type { TriageOffer } from "../../Kit/Triage/triage";
import { useAssignPolicy } from "./AssignPolicyButton";
import { PolicyTexts as Text } from "./Policy.resjson";

/** The fix of a finding by key: its quick fix, or the policy behind it where `findPolicy` looks for one; `undefined`: it has none. */
export function usePolicyFix(
  quickFix: TriageOffer,
  findPolicy: (() => Promise<string | undefined>) | undefined,
): TriageOffer {
  const { said, start } = useAssignPolicy(findPolicy ?? (() => Promise.resolve(undefined)));
  return findPolicy && quickFix.disabledBecause !== undefined
    ? { text: Text.assign, disabledBecause: undefined, onSelect: start, said }
    : quickFix;
}
