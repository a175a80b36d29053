import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { usualDays, type AssignmentChange } from "../../../Client/Ownership/assignment";
import { bicepOfAssignments } from "../../../Client/Ownership/assignmentBicep";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import { BicepName, parseBicep } from "../../Support/bicepParser";
import { clusterId } from "../../Support/findings";

const scope = clusterScopeOf(clusterId);
if (!scope.ok) {
  throw new Error(scope.reason);
}
const { cluster } = scope;
const now = new Date("2026-12-01T15:00:00Z");
const key = (digit: number) => `0000000${digit}-0000-4000-8000-000000000000`;

function anAssessment(digit: number, over: Partial<UnderlyingAssessment> = {}): UnderlyingAssessment {
  return {
    id: `${clusterId}/providers/Microsoft.Security/assessments/${key(digit)}`,
    title: `Recommendation ${digit}`,
    level: "High",
    resourceId: clusterId.toLowerCase(),
    recommendation: key(digit),
    isVulnerability: false,
    current: undefined,
    ...over,
  };
}

const change: AssignmentChange = {
  owner: "ada@contoso.com",
  due: { kind: "byLevel", days: usualDays },
  isGracePeriod: false,
  eta: "none",
  notifiesOwner: true,
  notifiesManager: false,
  ticket: { number: undefined, link: "" },
};

test("each assessment of the cluster has an owner, due by its level", () => {
  const { text, left } = bicepOfAssignments(
    cluster,
    [anAssessment(1), anAssessment(2, { level: "Critical", id: anAssessment(2).id.toUpperCase() })],
    change,
    now,
  );
  const { resources } = parseBicep(text ?? "");
  expect(left).toBe(0);
  expect(Object.keys(resources)).toEqual(["cluster", "assessment1", "owner1", "assessment2", "owner2"]);
  expect(resources.assessment1).toEqual({
    type: "Microsoft.Security/assessments@2021-06-01",
    isExisting: true,
    body: { scope: new BicepName("cluster"), name: key(1) },
  });
  expect(resources.owner1).toEqual({
    type: "Microsoft.Security/assessments/governanceAssignments@2022-01-01-preview",
    isExisting: false,
    body: {
      parent: new BicepName("assessment1"),
      name: key(1),
      properties: {
        owner: "ada@contoso.com",
        remediationDueDate: "2026-12-31T00:00:00.000Z",
        isGracePeriod: false,
        governanceEmailNotification: {
          disableOwnerEmailNotification: false,
          disableManagerEmailNotification: true,
        },
        additionalData: {},
      },
    },
  });
  expect(resources.owner2?.body).toMatchObject({
    properties: { remediationDueDate: "2026-12-08T00:00:00.000Z" },
  });
});

test("what Bicep has no type for is counted and not written", () => {
  const inCluster = anAssessment(1, {
    id: `${clusterId}/securityEntityData/pod-api/providers/Microsoft.Security/assessments/${key(1)}`,
  });
  expect(bicepOfAssignments(cluster, [inCluster], change, now)).toEqual({ text: undefined, left: 1 });
  const { text, left } = bicepOfAssignments(cluster, [inCluster, anAssessment(2)], change, now);
  expect([left, Object.keys(parseBicep(text ?? "").resources)]).toEqual([
    1,
    ["cluster", "assessment1", "owner1"],
  ]);
});

test("a title ends no comment, and an owner no text", () => {
  const title = "A\n}\nresource evil 'x@1' = {\u2028";
  const owner = "it's${x}\\@contoso.com";
  const { text } = bicepOfAssignments(cluster, [anAssessment(1, { title })], { ...change, owner }, now);
  const { resources } = parseBicep(text ?? "");
  expect(Object.keys(resources)).toEqual(["cluster", "assessment1", "owner1"]);
  expect(resources.owner1?.body).toMatchObject({ properties: { owner } });
});
