/** The quick fixes of this dashboard, in the order in which they are listed. */
export const quickFixNames = [
  "policyAddOn",
  "defenderProfile",
  "authorizedIpRanges",
  "diagnosticLogs",
] as const;

export type QuickFixName = (typeof quickFixNames)[number];

/**
 * Keys of the recommendations with a quick fix. No API tells which have one: three are marked so in Microsoft's documentation
 * or screenshots, and the Defender profile has a built-in policy that installs it.
 */
export const quickFixKeys: Readonly<Record<QuickFixName, string>> = {
  policyAddOn: "08e628db-e2ed-4793-bc91-d13e684401c3",
  defenderProfile: "56a83a6e-c417-42ec-b567-1e6fcb3d09a9",
  authorizedIpRanges: "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de",
  diagnosticLogs: "bb318338-de6a-42ff-8428-8274c897d564",
};

/** The quick fix for a recommendation's key, in any letter case; `undefined` when it has none. */
export function quickFixFor(key: string): QuickFixName | undefined {
  return quickFixNames.find((name) => quickFixKeys[name] === key.toLowerCase());
}
