import { fireEvent, screen, within } from "@testing-library/react";
import { defineTab } from "../../../Views/Kit/Tab/defineTab";
import { alerts } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, failing, fakeServices } from "../../Support/fakeServices";
import { choiceCalled, chooseFilter, theGrid } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";
import { spokenUntil, startListening, stopListening } from "../../Support/spoken";

const listed = [
  anAlert({ name: "drift", title: "Drift", severity: "High" }),
  anAlert({ name: "shell", title: "Web shell", severity: "High" }),
  anAlert({ name: "miner", title: "Coin miner", severity: "Low" }),
];

const plainAlerts = defineTab({ ...alerts, Details: ({ item: { title } }) => <p>Details of {title}</p> });

/** The alerts tab, with a screen reader on before anything is there. */
async function show(changed: () => Promise<void> = () => Promise.resolve()) {
  const services = fakeServices({
    alerts: { listPage: () => Promise.resolve(alertsPage(listed)), changeStatus: changed },
  });
  await startListening();
  renderTab(plainAlerts, services);
  await theGrid();
}

function press(key: string): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

afterEach(stopListening);

/** Opens the choice of a status by key, and makes it. */
async function choose(status: string): Promise<void> {
  press("s");
  const menu = await screen.findByRole("menu");
  fireEvent.click(within(menu).getByRole("menuitem", { name: choiceCalled(status) }));
}

test("opening says how many there are, and that the worst come first", async () => {
  await show();
  expect(await spokenUntil(/Sorted/)).toEqual([
    "polite: 3 alerts",
    "polite: Sorted by Severity, worst first",
  ]);
});

test("moving through the list says each row, and not its title again", async () => {
  await show();
  await spokenUntil(/Sorted/);
  press("j");
  const row = /^row, Select Drift High Drift .+ Active, current item, row index 2$/;
  expect(await spokenUntil(/^row/)).toEqual([expect.stringMatching(row)]);
  press("ArrowDown");
  expect(await spokenUntil(/^row/)).toEqual([
    expect.stringMatching(/^row, Select Web shell .+ row index 3$/),
  ]);
  press("x");
  expect(await spokenUntil(/selected/)).toEqual(["polite: 1 selected"]);
  press("o");
  expect(await spokenUntil(/owners/)).toEqual([
    "polite: Alerts don't have owners. Change the status instead.",
  ]);
});

test("in the details each finding is said by its title, once", async () => {
  await show();
  press("j");
  await spokenUntil(/^row/);
  press("Enter");
  expect(await spokenUntil(/^heading/)).toEqual(["heading, Drift, level 2"]);
  press("j");
  expect(await spokenUntil(/Web shell/)).toEqual(["polite: Web shell"]);
  press("Escape");
  expect(await spokenUntil(/^row/)).toEqual([expect.stringMatching(/^row, Select Web shell/)]);
});

test("a status by key is said to wait, then to be undone, and nothing is called done", async () => {
  await show();
  press("j");
  await spokenUntil(/^row/);
  await choose("Resolved");
  const waits = "polite: Not sent yet: Set Drift to Resolved. Leaving this page cancels it.";
  expect(await spokenUntil(/Not sent/)).toEqual([waits]);
  press("u");
  expect(await spokenUntil(/undone/)).toEqual(["polite: Set Drift to Resolved: undone. Nothing was sent."]);
});

test("a write that fails is said at once, with how many failed", async () => {
  await show(() => failing({ kind: "forbidden", message: "You may not." }));
  press("j");
  await spokenUntil(/^row/);
  fireEvent.click(screen.getByRole("button", { name: /Change status$/ }));
  const menu = await screen.findByRole("menu");
  fireEvent.click(within(menu).getByRole("menuitem", { name: choiceCalled("Resolved") }));
  const told = await spokenUntil(/failed/);
  expect(told.filter((phrase) => /failed/.test(phrase))).toEqual([
    "assertive: Set Drift to Resolved: Updated 0 of 1. 1 failed. Show details",
  ]);
});

test("filtering, searching, and sorting say what came of them, once", async () => {
  await show();
  await spokenUntil(/Sorted/);
  await chooseFilter(screen.getByRole("search"), "Severity", "High");
  expect((await spokenUntil(/of 3/)).filter(isTold)).toEqual(["polite: 2 of 3 alerts"]);
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "web" } });
  expect((await spokenUntil(/of 3/)).filter(isTold)).toEqual(["polite: 1 of 3 alerts"]);
  fireEvent.click(within(screen.getByRole("columnheader", { name: /^Title/ })).getByRole("button"));
  expect((await spokenUntil(/Sorted/)).filter(isTold)).toEqual(["polite: Sorted by Title, ascending"]);
});

/** Of what is said, what live regions tell. */
function isTold(phrase: string): boolean {
  return /^(?:polite|assertive):/.test(phrase);
}
