import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axeViolations } from "../../Support/axe";
import { clusterParts, doneExtensions } from "../../Support/coverage";
import { failing, fakeServices } from "../../Support/fakeServices";
import { planSettingsWith } from "../../Support/planSettings";
import { renderDashboard } from "../../Support/renderDashboard";

const done = planSettingsWith({ extensions: doneExtensions });
const services = (over: Parameters<typeof fakeServices>[0] = {}) =>
  fakeServices({ planSettings: { read: () => Promise.resolve(done) }, ...over });

async function openCoverage(over: Parameters<typeof fakeServices>[0] = {}) {
  const user = userEvent.setup();
  const page = renderDashboard(services(over));
  await user.click(await screen.findByRole("button", { name: "Coverage: is the protection working?" }));
  const panel = await screen.findByRole("dialog", { name: "Protection coverage" });
  await within(panel).findByText(/^Works: /);
  return { user, page, panel };
}

const line = (panel: HTMLElement, name: string) => {
  const found = within(panel)
    .getAllByRole("listitem")
    .find((item) => within(item).queryByRole("heading", { name, level: 3 }));
  if (!found) {
    throw new Error(`There is no line ${name}.`);
  }
  return found;
};

test("each part works, is broken, or is unknown, with what was seen and how to find out", async () => {
  const { user, panel } = await openCoverage();
  expect(within(panel).getByRole("status")).toHaveTextContent(/^Works: 5\. Broken: 0\. Unknown: 8\.$/);
  expect(line(panel, "Sensor deployment")).toHaveTextContent(
    /WorksIt's enabled in the cluster.*Linux node poolssystem \(3 nodes\) and apps \(4 nodes\)/,
  );
  const health = line(panel, "Sensor version and health");
  expect(health).toHaveTextContent(/UnknownAzure doesn't report the sensor's version/);
  const check = within(health).getByRole("button", { name: "How to check: Sensor version and health" });
  expect(check).toHaveAttribute("aria-expanded", "false");
  await user.click(check);
  expect(health).toHaveTextContent(
    /kubectl get daemonsets --namespace=kube-system microsoft-defender-collector-ds/,
  );
  expect(await axeViolations(document.body)).toEqual([]);
});

test("broken says why, and leads to the settings where they fix it", async () => {
  const { panel } = await openCoverage({
    coverage: {
      clusterParts: () => Promise.resolve(clusterParts({ hasSensor: false, hasPolicyAddOn: false })),
    },
  });
  const sensor = line(panel, "Sensor deployment");
  expect(sensor).toHaveTextContent(/BrokenIt isn't enabled in the cluster's Defender profile\./);
  expect(within(sensor).getByRole("button", { name: "Open plan configurations" })).toBeVisible();
  const path = line(panel, "Sensor data path");
  expect(path).toHaveTextContent(/BrokenIt needs the Defender sensor/);
  expect(within(path).queryByRole("button")).toBeNull();
});

test("a workspace that forbids local authentication breaks the sensor's data path", async () => {
  const { panel } = await openCoverage({
    coverage: {
      workspaceAccess: () => Promise.resolve({ refusesKeys: true, isPrivate: false, state: "Succeeded" }),
    },
  });
  expect(line(panel, "Sensor data path")).toHaveTextContent(
    /BrokenThe workspace forbids local authentication.*Workspaceprod-logs/,
  );
});

test("what can't be read is unknown, with the permission it takes, and can be checked again", async () => {
  let mayRead = false;
  const read = () =>
    mayRead
      ? Promise.resolve({ refusesKeys: false, isPrivate: false, state: "Succeeded" })
      : failing({
          kind: "forbidden",
          message: "No.",
          missingAction: "Microsoft.OperationalInsights/workspaces/read",
        });
  const { user, panel } = await openCoverage({ coverage: { workspaceAccess: read } });
  expect(line(panel, "Sensor data path")).toHaveTextContent(
    /UnknownWe couldn't check\. You need the permission Microsoft\.OperationalInsights\/workspaces\/read\./,
  );
  mayRead = true;
  await user.click(within(panel).getByRole("button", { name: "Check again" }));
  await waitFor(() =>
    expect(line(panel, "Sensor data path")).toHaveTextContent(/UnknownThe workspace exists/),
  );
});

test("closing it gives the focus back to what opened it", async () => {
  const { user, panel } = await openCoverage();
  const [close] = within(panel).getAllByRole("button", { name: "Close" }).slice(-1);
  await user.click(close ?? panel);
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "Coverage: is the protection working?" })).toHaveFocus(),
  );
});
