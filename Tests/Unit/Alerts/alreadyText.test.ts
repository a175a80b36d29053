import type { AlertStatus } from "../../../Client/Alerts/alert";
import { alreadyText } from "../../../Views/Tabs/Alerts/alertLabels";
import { anAlert } from "../../Support/anAlert";

const alerts = (...statuses: readonly (AlertStatus | undefined)[]) =>
  statuses.map((status, index) => ({ ...anAlert({}), id: `/${index}`, title: `A${index}`, status }));

test.each<[readonly (AlertStatus | undefined)[], AlertStatus, string]>([
  [["Active", "InProgress"], "Resolved", ""],
  [[undefined], "Active", ""],
  [
    ["Active", "Resolved"],
    "Resolved",
    "1 of the 2 selected alerts already has the status Resolved and isn't changed: A1.",
  ],
  [
    ["InProgress", "Active", "InProgress"],
    "InProgress",
    "2 of the 3 selected alerts already have the status In progress and aren't changed: A0 and A2.",
  ],
  [
    Array.from({ length: 1200 }, () => "Dismissed" as const),
    "Dismissed",
    "1,200 of the 1,200 selected alerts already have the status Dismissed and aren't changed: A0, A1, A2, and 1,197 more.",
  ],
])("of alerts that are %j a change to %s leaves: %s", (statuses, status, text) => {
  expect(alreadyText(alerts(...statuses), status)).toBe(text);
});
