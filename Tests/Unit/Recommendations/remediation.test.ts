import { remediationOf, type Remediation } from "../../../Views/Features/Recommendations/remediation";

test.each<[string, string, Remediation]>([
  ["Azure Policy add-on", "08e628db-e2ed-4793-bc91-d13e684401c3", "quickFix"],
  ["authorized IP ranges", "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de", "quickFix"],
  ["diagnostic logs", "bb318338-de6a-42ff-8428-8274c897d564", "quickFix"],
  ["Defender profile", "56a83a6e-c417-42ec-b567-1e6fcb3d09a9", "quickFix"],
  ["in capitals", "08E628DB-E2ED-4793-BC91-D13E684401C3", "quickFix"],
  ["privileged containers", "5d90913f-a1c5-4429-ad54-2c6c17fb3c73", "policy"],
  ["in capitals", "5D90913F-A1C5-4429-AD54-2C6C17FB3C73", "policy"],
  ["RBAC, which no one can switch on later", "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9", "manual"],
  ["a key that is not known", "00000000-0000-0000-0000-000000000000", "manual"],
  ["no key", "", "manual"],
  ["the name of a property of every object", "constructor", "manual"],
])("%s (%s): %s", (_, key, remediation) => {
  expect(remediationOf({ key, title: "" })).toBe(remediation);
});
