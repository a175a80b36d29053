import { kubernetesPatch } from "../../../Client/RemediationCode/kubernetesPatch";
import { misconfigurationCode } from "../../../Client/RemediationCode/misconfigurationCode";
import { remediationOf } from "../../../Views/Features/Recommendations/remediation";
import { lifecycleOf, remedyKeyOf } from "../../../Client/Core/recommendationLifecycle";
import { recommendations } from "../../../Extension/ArmEmulator/World/Security/Assessments/recommendations";
import { lifecycleTitle } from "../../../Views/Features/Recommendations/recommendationLabels";
import { aCluster } from "../../Support/aCluster";

const hostPath = "f0debc84-981c-4a0d-924d-aa4bd7d55fef";
const ports = "add45209-73f6-4fa5-a5a5-74a451b07fbe";
const hostNetwork = "ebc68898-5c0f-4353-a426-4a5f1e737b12";
const sysAdmin = "aba14f78-27c5-af84-848e-9105d18dfd92";
const appArmor = "86f91051-9d6a-47c3-a07f-bd14cb214b45";
const unpublished = "11111111-2222-4333-8444-555555555555";

test("exactly the five of the release notes are deprecated, in any case of letters", () => {
  const found = recommendations.filter((one) => lifecycleOf(one) === "deprecated").map(({ key }) => key);
  expect(found.sort()).toEqual([hostPath, ports, hostNetwork, sysAdmin, appArmor].sort());
  expect(lifecycleOf({ key: hostPath.toUpperCase(), title: "" })).toBe("deprecated");
  expect(recommendations.filter((one) => lifecycleOf(one) === "successor")).toEqual([]);
});

test.each([
  ["Containers should not mount hostPath volumes", hostPath],
  ["Mounting of host paths should be restricted", hostPath],
  ["Services should listen on allowed ports only", ports],
  ["Containers should not use host networking", hostNetwork],
  ["Pods should not bind a host port", hostNetwork],
  ["Containers should not be granted CAP_SYS_ADMIN", sysAdmin],
  ["AppArmor should confine containers", appArmor],
])("%s: the remedy is that of the one it replaces", (title, replaced) => {
  const successor = { key: unpublished, title };
  expect([lifecycleOf(successor), remedyKeyOf(successor)]).toEqual(["successor", replaced]);
  expect(remediationOf(successor)).toBe("policy");
  expect(kubernetesPatch(remedyKeyOf(successor), [])).toEqual(kubernetesPatch(replaced, []));
  const code = misconfigurationCode(
    { key: remedyKeyOf(successor), title, policyId: undefined },
    aCluster(),
    [],
  );
  expect(code.snippets.map(({ text }) => text).join()).toContain("policyDefinitions/");
});

test.each([
  ["about something else", { key: unpublished, title: "Privileged containers should be avoided" }],
  ["about two of them at once", { key: unpublished, title: "AppArmor and hostPath should be restricted" }],
  ["whose key is known", { key: "5d90913f-a1c5-4429-ad54-2c6c17fb3c73", title: "No hostPath" }],
  ["with a quick fix", { key: "1A2B5B4C-f80d-46e7-ac81-b51a9fb363de", title: "No host network" }],
  ["with the letters inside other words", { key: unpublished, title: "Ghostpathology should be rare" }],
])("one %s is taken for no successor", (_, recommendation) => {
  expect([lifecycleOf(recommendation), remedyKeyOf(recommendation)]).toEqual(["current", recommendation.key]);
  expect(lifecycleTitle(recommendation)).toBe(recommendation.title);
});

test("a list says both: when one was deprecated, and that another takes its place", () => {
  expect(lifecycleTitle({ key: appArmor, title: "A" })).toBe("A (deprecated by Microsoft on 2026-07-01)");
  expect(lifecycleTitle({ key: unpublished, title: "Use AppArmor" })).toBe(
    "Use AppArmor (replaces one deprecated on 2026-07-01)",
  );
});
