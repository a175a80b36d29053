import { clusterId } from "../findings";

const row = (name: string, displayName: string, more: object) => ({
  id: `${clusterId}/providers/Microsoft.Security/assessments/${name}`,
  name,
  resourceId: clusterId.toLowerCase(),
  displayName,
  level: "High",
  ranking: "severity",
  failing: 1,
  ...more,
});

/**
 * A deprecated recommendation of the Azure Policy add-on and its agentless successor, as the list query gives them (real-data.md §5).
 * Key and title of the successor are made up: they are unpublished. It has no policy behind it.
 */
export const deprecatedRow = row(
  "f0debc84-981c-4a0d-924d-aa4bd7d55fef",
  "Usage of pod HostPath volume mounts should be restricted to a known list to restrict node access from compromised containers",
  {
    policyDefinitionId:
      "/providers/Microsoft.Authorization/policyDefinitions/098fc59e-46c7-4d99-9b16-64990e543d75",
  },
);

export const successorRow = row(
  "2b7e1516-28ae-4d2a-a6ab-f7158809cf4f",
  "Containers shouldn't mount hostPath volumes",
  { policyDefinitionId: "" },
);
