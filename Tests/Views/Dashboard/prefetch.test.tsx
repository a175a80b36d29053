import { screen } from "@testing-library/react";
import { findingKinds } from "../../../Client/services";
import { createQueries } from "../../../Extension/Portal/queries";
import { findingsKey } from "../../../Views/Kit/Session/findingsQuery";
import { prefetch } from "../../../Views/Kit/Session/prefetch";
import { tabs } from "../../../Views/Tabs/registry";
import { aCluster } from "../../Support/aCluster";
import { failing, fakeServices } from "../../Support/fakeServices";
import { clusterId } from "../../Support/findings";
import { trackQueries } from "../../Support/openQueries";
import { renderDashboard } from "../../Support/renderDashboard";

/** What the data fetcher starts is what the tabs show: none is forgotten, and none is asked for twice. */
test("there is a tab for each kind of finding, under its name", () => {
  expect(tabs.map(({ id }) => id)).toEqual(findingKinds);
});

test("the first page of every tab is prefetched", async () => {
  const queries = trackQueries(createQueries());
  await prefetch({ cluster: aCluster(clusterId), services: fakeServices(), queries });
  const statusOf = (id: string) => queries.getQueryState(findingsKey(id))?.status;
  expect(tabs.map(({ id }) => [id, statusOf(id)])).toEqual(tabs.map(({ id }) => [id, "success"]));
});

test("one that fails is kept as failed, and keeps none of the others", async () => {
  const queries = trackQueries(createQueries());
  const listPage = () => failing({ kind: "unexpected", message: "Down." });
  const services = fakeServices({ alerts: { listPage } });
  await prefetch({ cluster: aCluster(clusterId), services, queries });
  const failed = tabs.filter(({ id }) => queries.getQueryState(findingsKey(id))?.status === "error");
  expect(failed.map(({ id }) => id)).toEqual(["alerts"]);
});

test("the tabs are shown in the order of the table", async () => {
  renderDashboard(fakeServices());
  await screen.findByRole("tab", { name: /^Compliance \(/ });
  const shown = screen.getAllByRole("tab").map(({ textContent }) => textContent);
  expect(shown.map((text) => tabs.find(({ title }) => text.startsWith(title))?.id)).toEqual(findingKinds);
});
