import { ThemeProvider } from "@fluentui/react";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { faultNames } from "../../../Extension/ArmEmulator/Server/namedFaults";
import { FaultsMenu } from "../../../Extension/LocalPortal/Shell/FaultsMenu";
import type { FaultOrder, SendFaults } from "../../../Extension/LocalPortal/Shell/faults";
import { faultLabel, readSources, writeSources } from "../../../Extension/LocalPortal/Shell/faultSources";
import { axeViolations } from "../../Support/axe";

/** The menu on an emulator that keeps what it is told; `isGone` makes it answer nothing. */
function showMenu(set: readonly FaultOrder[] = []) {
  const emulator = { faults: set, isGone: false };
  const send: SendFaults = (faults) => {
    if (emulator.isGone) {
      return Promise.reject(new Error("gone"));
    }
    emulator.faults = faults ?? emulator.faults;
    return Promise.resolve({ faults: emulator.faults, names: faultNames });
  };
  render(
    <ThemeProvider>
      <FaultsMenu subject="Scenario: busy" send={send} />
    </ThemeProvider>,
  );
  return emulator;
}

const opener = (name: string) => screen.findByRole("button", { name });
const alerts = { fault: "forbidden", commandNames: ["Dashboard/ListAlerts"] };

test("a fault is set and cleared by the keyboard alone, and the button says how many there are", async () => {
  const user = userEvent.setup();
  const emulator = showMenu();
  (await opener("Scenario: busy")).focus();
  await user.keyboard("{Enter}");
  const reads = await screen.findByRole("region", { name: "Data that the page reads" });
  const choice = within(reads).getByRole("combobox", { name: /^Alerts/ });
  await waitFor(() => expect(choice).not.toHaveAttribute("aria-disabled", "true"));
  // user-event sends no key codes, by which Fluent knows the arrows.
  fireEvent.keyDown(choice, { key: "ArrowDown", keyCode: 40 });
  await waitFor(() => expect(emulator.faults).toEqual([alerts]));
  expect(await screen.findByText("Faults set: 1")).toBeInTheDocument();
  expect(choice).toHaveTextContent("Permission denied (403)");
  expect(await axeViolations(screen.getByRole("dialog"))).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Close" }));
  (await opener("Scenario: busy | Faults: 1")).focus();
  await user.keyboard("{Enter}");
  (await screen.findByRole("button", { name: "Clear all faults" })).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(emulator.faults).toEqual([]));
  expect(await screen.findByText("No faults are set.")).toBeInTheDocument();
});

test("faults that were set elsewhere are counted and stay when one is set or cleared here", async () => {
  const user = userEvent.setup();
  const elsewhere = { fault: "reset", method: "GET", path: "/pricings/" } as FaultOrder;
  const emulator = showMenu([elsewhere, alerts]);
  await user.click(await opener("Scenario: busy | Faults: 2"));
  expect(await screen.findByText("Faults set by other tools: 1")).toBeInTheDocument();
  const choose = async (source: RegExp, fault: string) => {
    await user.click(screen.getByRole("combobox", { name: source }));
    await user.click(await screen.findByRole("option", { name: fault }));
  };
  // Meanwhile another window sets one too.
  const cluster = { fault: "html", commandNames: ["Dashboard/GetCluster"] };
  emulator.faults = [...emulator.faults, cluster];
  await choose(/^Alerts/, "No fault");
  await waitFor(() => expect(emulator.faults).toEqual([elsewhere, cluster]));
  await choose(/^Assign an owner/, "No answer");
  const owner = { fault: "timeout", commandNames: ["Dashboard/SaveAssignment"] };
  await waitFor(() => expect(emulator.faults).toEqual([elsewhere, cluster, owner]));
  expect(await screen.findByText("Faults set: 3")).toBeInTheDocument();
});

test("an emulator that doesn't answer is said, and what was known stays on the screen", async () => {
  const user = userEvent.setup();
  const emulator = showMenu([alerts]);
  const button = await opener("Scenario: busy | Faults: 1");
  emulator.isGone = true;
  await user.click(button);
  expect(await screen.findByText(/^We couldn't reach the emulator/)).toBeInTheDocument();
  expect(screen.getByRole("combobox", { name: /^Alerts/ })).toHaveTextContent("Permission denied (403)");
  emulator.isGone = false;
  await user.click(screen.getByRole("button", { name: "Clear all faults" }));
  await waitFor(() => expect(screen.queryByText(/^We couldn't reach/)).not.toBeInTheDocument());
  expect(emulator.faults).toEqual([]);
});

test("every fault of the emulator has words, and every source a name and calls of its own", () => {
  const labels = faultNames.map(faultLabel);
  expect(labels.filter((label, index) => label === faultNames[index])).toEqual([]);
  expect(new Set(labels).size).toBe(faultNames.length);
  expect(faultLabel("constructor")).toBe("constructor");
  const sources = [...Object.values(readSources), ...Object.values(writeSources)];
  const calls = sources.flatMap(({ commandNames }) => commandNames);
  expect(new Set(calls).size).toBe(calls.length);
  expect(new Set(sources.map(({ label }) => label)).size).toBe(sources.length);
});
