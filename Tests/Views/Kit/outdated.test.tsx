import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { loadableOf } from "../../../Views/Kit/Session/useLoadable";
import { LoadedDetails } from "../../../Views/Kit/Details/LoadedDetails";
import { LoadedPart } from "../../../Views/Kit/Screens/LoadedPart";
import type { Loadable } from "../../../Views/Kit/Model/loadable";
import { FailureError } from "../../../Client/Core/failure";
import { alertsPage, failing, fakeServices } from "../../Support/fakeServices";
import { aMisconfiguration, pageOf } from "../../Support/findings";
import { openTab, theGrid } from "../../Support/onScreen";
import { anAlert } from "../../Support/anAlert";
import { renderDashboard } from "../../Support/renderDashboard";

/** Old data never looks current, and a refresh that failed is never silent. */
const readAt = new Date(2026, 6, 1, 14, 2, 3);
const shownTime = /2:02:03/;
const failure = { kind: "offline", message: "No answer.", requestId: "r-7" } as const;

const answer = {
  dataUpdatedAt: readAt.getTime(),
  isFetching: false,
  refetch: () => Promise.resolve() as never,
};

test.each([
  ["nothing yet", { data: undefined, error: null, isFetching: true }, "loading"],
  ["nothing, and why", { data: undefined, error: new FailureError(failure) }, "failed"],
  [
    "asked again after a failure",
    { data: undefined, error: new FailureError(failure), isFetching: true },
    "loading",
  ],
  ["an answer", { data: 1, error: null }, "ready"],
  ["an answer, being read again", { data: 1, error: null, isFetching: true }, "ready"],
  ["an answer that could not be read again", { data: 1, error: new FailureError(failure) }, "outdated"],
  [
    "that one, being read once more",
    { data: 0, error: new FailureError(failure), isFetching: true },
    "outdated",
  ],
] as const)("%s", (_, part, status) => {
  const load = loadableOf<number>({ ...answer, ...part });
  expect(load.status).toBe(status);
  const hasFailure = status === "failed" || status === "outdated";
  expect("failure" in load && load.failure.message).toBe(hasFailure && failure.message);
});

test.each(["part", "details"])(
  "a %s that could not be read again stays, with its age and the failure",
  async (kind) => {
    let retried = 0;
    const load: Loadable<string> = {
      ...{ status: "outdated", value: "two node pools", readAt, failure, refreshing: false },
      retry: () => void (retried += 1),
    };
    const texts = { loadingText: "Loading", failedText: "Failed" };
    const children = (value: string) => <p>{value}</p>;
    render(
      kind === "part" ? (
        <LoadedPart load={load} {...texts}>
          {children}
        </LoadedPart>
      ) : (
        <LoadedDetails details={load} {...texts}>
          {children}
        </LoadedDetails>
      ),
    );
    expect(screen.getByText("two node pools")).toBeVisible();
    const note = await screen.findByText(/couldn't read it again\. No answer\. Request ID: r-7/);
    expect(note).toHaveTextContent(shownTime);
    await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
    expect(retried).toBe(1);
  },
);

/** Answers once; afterwards it fails. */
function once<T>(value: T, then: Parameters<typeof failing>[0] = failure): () => Promise<T> {
  let calls = 0;
  return () => (calls++ === 0 ? Promise.resolve(value) : failing(then));
}

const refresh = async () => userEvent.setup().click(screen.getByRole("menuitem", { name: "Refresh" }));

test("after a failed refresh the plan, the tile and the tab say that they are old", async () => {
  const plan = { isOn: true, scope: "subscription", missing: [] } as const;
  const services = fakeServices({
    alerts: { listPage: once(alertsPage([anAlert({ severity: "High" })])) },
    plan: { get: once(plan), hasCspm: () => Promise.resolve(true) },
  });
  renderDashboard(services);
  const status = await screen.findByRole("region", { name: "Microsoft Defender for Containers status" });
  expect(await within(status).findByText("On")).toBeVisible();
  expect(await screen.findByRole("tab", { name: "Alerts (1)" })).toBeVisible();
  await refresh();
  expect(
    await within(status).findByText(
      /^Last read at .+. We couldn't read it again: No answer\. Request ID: r-7$/,
    ),
  ).toBeVisible();
  expect(within(status).getByText("On")).toBeVisible();
  expect(await screen.findByRole("tab", { name: "Alerts (—)" })).toBeVisible();
  expect(screen.getByRole("button", { name: /High alerts \(as of .+\)$/ })).toBeVisible();
});

test("changes made here, of which it couldn't be read whether lists show them by now, are said to be so", async () => {
  renderDashboard(
    fakeServices({
      misconfigurations: { listPage: () => Promise.resolve(pageOf([aMisconfiguration("a")])) },
      ownership: { pendingChanges: () => failing(failure) },
    }),
  );
  await openTab("Misconfigurations");
  await within(await theGrid()).findByText("Recommendation a");
  expect(screen.queryByText(/your recent changes/)).not.toBeInTheDocument();
  await refresh();
  expect(
    await screen.findByText(/couldn't check whether Azure lists your recent changes by now.+ No answer\./),
  ).toBeVisible();
  expect(within(await theGrid()).getByText("Recommendation a")).toBeVisible();
});

test("a cluster that was deleted meanwhile is seen on refresh", async () => {
  const profile = once<ClusterNow>(
    { hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } },
    { kind: "notFound", message: "Gone." },
  );
  renderDashboard(fakeServices({ cluster: { profile } }));
  await screen.findByRole("tab", { name: /^Alerts \(/ });
  await refresh();
  expect(await screen.findByText("This cluster doesn't exist")).toBeVisible();
  expect(screen.queryByRole("tablist")).not.toBeInTheDocument();
});
