/**
 * Categories of individual recommendations that are vulnerabilities; all others are about configuration. (Resource Graph,
 * `properties.metadata.recommendationCategory`, since 2026.)
 */
export const vulnerabilityCategories = ["SoftwareUpdate", "ServiceUpgrade", "SystemUpdate"] as const;

/** Grouped recommendations about vulnerabilities, retired in July 2026, of which there may still be rows. */
export const groupedVulnerabilityKeys = [
  "c609cf0f-71ab-41e9-a3c6-9a1f7fe1b8d5",
  "c5045ea3-afc6-4006-ab8f-86c8574dbf3d",
  "e9acaf48-d2cf-45a3-a6e7-3caa2ef769e0",
  "24a15fbd-cfe4-4dff-b2be-1c367a6b2031",
  "5409cb02-6884-4de3-870d-c17b98bbe04f",
] as const;

/** Those of them that are about the containers of AKS itself, which an upgrade of the cluster updates. */
export const aksUpgradeKeys = ["5409cb02-6884-4de3-870d-c17b98bbe04f"] as const;

/** Recommendations about the cluster as a resource, as published. */
const clusterLevel = new Set([
  "56a83a6e-c417-42ec-b567-1e6fcb3d09a9",
  "08e628db-e2ed-4793-bc91-d13e684401c3",
  "bb318338-de6a-42ff-8428-8274c897d564",
  "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de",
  "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9",
]);

/** Recommendations about what runs in the cluster, found by the Azure Policy add-on (mode Microsoft.Kubernetes.Data). */
const containerLevel = new Set([
  "405c9ae6-49f9-46c4-8873-a86690f27818",
  "8d244d29-fa00-4332-b935-c3a51d525417",
  "802c0637-5a8c-4c98-abd7-7c96d89d6010",
  "86f91051-9d6a-47c3-a07f-bd14cb214b45",
  "43dc2a2e-ce69-4d42-923e-ab7d136f2cfe",
  "27d6f0e9-b4d5-468b-ae7e-03d5473fd864",
  "c6d87087-9ebe-b31f-b452-0bf3bbbaccd2",
  "32060ac3-f17f-4848-db8e-e7cf2c9a53eb",
  "aba14f78-27c5-af84-848e-9105d18dfd92",
  "ff87e0b4-17df-d338-5b19-80e71e0dcc9d",
  "11c95609-3553-430d-b788-fd41cde8b2db",
  "5d90913f-a1c5-4429-ad54-2c6c17fb3c73",
  "9b795646-9130-41a4-90b7-df9eae2437c8",
  "add45209-73f6-4fa5-a5a5-74a451b07fbe",
  "ebc68898-5c0f-4353-a426-4a5f1e737b12",
  "f0debc84-981c-4a0d-924d-aa4bd7d55fef",
]);

export function isContainerLevel(key: string): boolean {
  return containerLevel.has(key.toLowerCase());
}

/** Whether a recommendation is one of those that Microsoft has published for AKS. */
export function isPublished(key: string): boolean {
  return isContainerLevel(key) || clusterLevel.has(key.toLowerCase());
}

/** The GUID at the end of a policy definition's id; `undefined` when there is no policy behind a recommendation. */
export function policyGuid(definitionId: unknown): string | undefined {
  const name = typeof definitionId === "string" ? definitionId.split("/").at(-1)?.trim() : undefined;
  return name === "" ? undefined : name;
}
