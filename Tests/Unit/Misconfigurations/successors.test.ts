import { lifecycleOf } from "../../../Client/Core/recommendationLifecycle";
import { misconfigurationFromRow } from "../../../Client/Misconfigurations/misconfigurationFromRow";
import { aCluster } from "../../Support/aCluster";
import { deprecatedRow, successorRow } from "../../Support/RealRows/deprecatedRecommendations";

const read = misconfigurationFromRow(aCluster(), new Date("2026-11-24T12:00:00Z"));

test.each([
  ["deprecated", deprecatedRow],
  ["successor", successorRow],
])("the remedy of a %s row is the policy of the deprecated one", (lifecycle, row) => {
  const mapped = read(row);
  expect(mapped).toMatchObject({
    item: { key: row.name, policyId: "098fc59e-46c7-4d99-9b16-64990e543d75" },
  });
  expect("item" in mapped && lifecycleOf(mapped.item)).toBe(lifecycle);
});

test("another recommendation without a policy still has none", () => {
  const other = { ...successorRow, displayName: "Clusters should be watched" };
  expect(read(other)).toMatchObject({ item: { policyId: undefined } });
});
