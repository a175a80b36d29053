import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { tourKey } from "../../../Views/Dashboard/Tour/useTour";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { servicesWith } from "../../Support/fakeServices";
import { theGrid } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

const show = (host: ReturnType<typeof fakeHost>) => renderTab(alertsTab, servicesWith([anAlert()]), { host });
const step = (title: string) => screen.findByRole("dialog", { name: title });
const press = async (bubble: HTMLElement, name: string) =>
  userEvent.setup().click(within(bubble).getByRole("button", { name }));
const noStep = () => expect(screen.queryByRole("dialog")).not.toBeInTheDocument();

test("the first visit has three steps, one after the other, and never again", async () => {
  const host = fakeHost("first");
  const { container, unmount } = show(host);
  const first = await step("Start with the worst");
  expect(first).toHaveTextContent("1 of 3");
  expect(await axeViolations(container.ownerDocument.body)).toEqual([]);
  await press(first, "Next");
  const second = await step("From a finding to its fix");
  await waitFor(() => expect(second).toContainElement(document.activeElement as HTMLElement));
  await press(second, "Next");
  const third = await step("What is checked");
  expect(within(third).queryByRole("button", { name: "Skip tour" })).not.toBeInTheDocument();
  expect(await host.settings.read(tourKey)).toBeUndefined();
  await press(third, "Done");
  noStep();
  unmount();
  show(host);
  await theGrid();
  noStep();
});

test.each<[string, (bubble: HTMLElement) => Promise<void> | void]>([
  ["Skip tour", (bubble) => press(bubble, "Skip tour")],
  ["Esc", (bubble) => void fireEvent.keyDown(bubble, { key: "Escape", keyCode: 27 })],
])("%s ends it for good, and the focus goes on to the findings", async (_, skip) => {
  const host = fakeHost("first");
  show(host);
  const bubble = await step("Start with the worst");
  await waitFor(() => expect(bubble).toContainElement(document.activeElement as HTMLElement));
  await skip(bubble);
  noStep();
  expect(await host.settings.read(tourKey)).toBeDefined();
  expect(document.activeElement).toHaveAccessibleName(/alerts/i);
});

test("the page can be used beside it, and that doesn't end it", async () => {
  show(fakeHost("first"));
  await step("Start with the worst");
  await theGrid();
  const box = screen.getByRole("searchbox");
  await userEvent.setup().click(box);
  expect(box).toHaveFocus();
  await step("Start with the worst");
});

test("who has seen it sees none, and what the portal keeps is renewed", async () => {
  const host = fakeHost();
  const write = jest.fn(host.settings.write);
  show({ ...host, settings: { ...host.settings, write } });
  await theGrid();
  noStep();
  expect(write).toHaveBeenCalledWith(tourKey, expect.anything());
});

test.each(["read", "write"] as const)(
  "a portal that refuses to %s its settings disturbs no one",
  async (what) => {
    const host = fakeHost("first");
    const refuse = () => Promise.reject(new Error("Refused."));
    show({ ...host, settings: { ...host.settings, [what]: refuse } });
    await theGrid();
    if (what === "write") {
      await press(await step("Start with the worst"), "Skip tour");
    }
    noStep();
  },
);
