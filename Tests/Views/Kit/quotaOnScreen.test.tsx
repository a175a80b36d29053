import { screen } from "@testing-library/react";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { asService } from "../../../Client/Azure/Pipeline/failureFrom";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { runResourceGraph } from "../../../Client/Azure/ResourceGraph/runResourceGraph";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { createFakeClock } from "../../Support/fakeClock";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { renderTab } from "../../Support/renderPage";
import { scriptedHost } from "../../Support/scriptedHost";

test("a quota that is used up for a day is said on the page at once, with how long", async () => {
  const headers = { "x-ms-user-quota-remaining": "0", "x-ms-user-quota-resets-after": "23:59:59" };
  const host = scriptedHost({
    headers,
    body: { totalRecords: 0, count: 0, resultTruncated: "false", data: [] },
  });
  const clock = createFakeClock();
  const { resourceGraph } = createAzure({
    httpClient: createHostHttpClient(host.send),
    subscriptionId: "1111",
    clock,
    random: () => 0,
  });
  const query = { commandName: "Test/Query", kql: "resources", subscriptionId: "1111" };
  await runResourceGraph(resourceGraph, query);
  const listPage = () =>
    asService(async () => {
      await runResourceGraph(resourceGraph, query);
      return alertsPage([]);
    });
  renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
  expect(
    await screen.findByText(/no queries left for you for 23:59:59 \(hours:minutes:seconds\)/),
  ).toBeVisible();
  expect(screen.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
  expect(host.requests).toHaveLength(1);
  expect(clock.sleeps).toEqual([]);
});
