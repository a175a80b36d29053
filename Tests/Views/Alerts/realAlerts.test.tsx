import { within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { alertDetailsFromRow } from "../../../Client/Alerts/alertDetailsFromRow";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { factOf, openFirst, sectionOf } from "../../Support/onScreen";
import { callerAlerts } from "../../Support/RealRows/alertCallers";
import { controllerAlerts } from "../../Support/RealRows/alertControllers";
import { graphRowOf, type AlertFixture } from "../../Support/RealRows/alertFixture";
import { nodeAlerts } from "../../Support/RealRows/alertNodes";
import { renderTab } from "../../Support/renderPage";

/** Opens the alert as Resource Graph gives it. */
async function openAlert({ rest }: AlertFixture): Promise<HTMLElement> {
  const mapped = alertDetailsFromRow(graphRowOf(rest));
  if ("rowError" in mapped) {
    throw new Error(mapped.rowError.message);
  }
  const { item } = mapped;
  renderTab(
    alertsTab,
    fakeServices({
      alerts: { listPage: () => Promise.resolve(alertsPage([item])), get: () => Promise.resolve(item) },
    }),
  );
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: /^Compromised / });
  return panel;
}

async function unfold(panel: HTMLElement, title: string): Promise<HTMLElement> {
  await userEvent.setup().click(within(panel).getByRole("button", { name: title }));
  return sectionOf(panel, title);
}

function fixture(all: readonly AlertFixture[], shape: RegExp): AlertFixture {
  const found = all.find((one) => shape.test(one.shape));
  if (!found) {
    throw new Error(`There is no ${String(shape)}.`);
  }
  return found;
}

test("an alert on instance 35 is of its node and its pool wherever it is named", async () => {
  const panel = await openAlert(fixture(nodeAlerts, /instance 35/));
  const node = "aks-gpu2-60221023-vmss00000z";
  const workload = sectionOf(panel, "Compromised node");
  expect(within(workload).getByRole("button", { name: "Vulnerabilities of this node pool" })).toBeVisible();
  expect(within(workload).queryByRole("button", { name: /of containers|workload/ })).not.toBeInTheDocument();
  expect([factOf(workload, "Node"), factOf(workload, "Node pool")]).toEqual([node, "gpu2"]);
  expect(factOf(sectionOf(panel, "General information"), "Affected resource")).toBe(node);
  const entities = sectionOf(panel, "Related entities");
  await userEvent.setup().click(within(entities).getByRole("button", { name: "Host (1)" }));
  expect(within(entities).getByText(node)).toBeVisible();
  const kubectl = await unfold(panel, "Investigate with kubectl");
  expect(kubectl).toHaveTextContent(`kubectl cordon -- '${node}'`);
  expect(panel).not.toHaveTextContent("'35'");
});

test("a workload without a pod is its controller, with commands for that", async () => {
  const panel = await openAlert(fixture(controllerAlerts, /statefulsets\.apps/));
  const workload = sectionOf(panel, "Compromised workload");
  expect(factOf(workload, "Controller")).toBe("StatefulSet ledger");
  expect(factOf(workload, "Namespace")).toBe("docks");
  expect(within(workload).queryByText("Pod")).not.toBeInTheDocument();
  const kubectl = await unfold(panel, "Investigate with kubectl");
  expect(kubectl).toHaveTextContent("kubectl describe statefulset --namespace='docks' -- 'ledger'");
  expect(within(kubectl).getByRole("heading", { name: "Describe the controller" })).toBeVisible();
});

test("where the caller lives is told of the caller alone", async () => {
  const panel = await openAlert(fixture(callerAlerts, /of another namespace/));
  const workload = sectionOf(panel, "Compromised workload");
  expect(factOf(workload, "Namespace")).toBe("vault");
  expect(factOf(workload, "Kubernetes user")).toBe("system:serviceaccount:pipelines:releaser");
  const entities = sectionOf(panel, "Related entities");
  const user = userEvent.setup();
  await user.click(within(entities).getByRole("button", { name: "Kubernetes service account (1)" }));
  expect(within(entities).getByText("pipelines/releaser")).toBeVisible();
});
