import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Host } from "../../../Client/Core/host";
import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { aLiveCluster } from "../../Support/aLiveCluster";
import { fakeHost } from "../../Support/fakeHost";
import { fakeServices } from "../../Support/fakeServices";
import { aMisconfiguration, pageOf } from "../../Support/findings";
import { columnNamesOf, theGrid } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

/** What the portal keeps for the user may hang, be full, or hold anything: the page does its work without. */
const never = <T,>() => new Promise<T>(() => undefined);
const full = () => Promise.reject(new DOMException("The quota has been exceeded.", "QuotaExceededError"));

const storages: Readonly<Record<string, Host["settings"]>> = {
  hangs: { read: never, write: never },
  "is full": { read: () => Promise.resolve(undefined), write: full },
  "holds rubbish": {
    read: () => Promise.resolve('{"version":1,"fixes":[{]\u0000'),
    write: () => Promise.resolve(),
  },
  "holds what belongs elsewhere": {
    read: () => Promise.resolve('{"version":1,"fixes":"none","columns":[1],"density":7}'),
    write: full,
  },
};

test.each(Object.keys(storages))(
  "a storage that %s: findings, columns, and a quick fix work",
  async (which) => {
    const settings = storages[which];
    const row = aMisconfiguration(quickFixKeys.policyAddOn, { title: "Add-on" });
    const services = fakeServices({
      misconfigurations: { listPage: () => Promise.resolve(pageOf([row])) },
      quickFixes: { readLive: () => Promise.resolve(aLiveCluster()) },
    });
    renderTab(misconfigurationsTab, services, { host: { ...fakeHost(), ...(settings ? { settings } : {}) } });
    const user = userEvent.setup();
    const before = columnNamesOf(await theGrid());
    await user.click(screen.getByRole("button", { name: "Edit columns" }));
    const chooser = within(await screen.findByRole("dialog", { name: "Columns and rows" }));
    const boxes = chooser.getAllByRole("checkbox");
    await user.click(boxes.at(-1) ?? document.body);
    await user.click(chooser.getByRole("button", { name: "Save" }));
    expect(columnNamesOf(await theGrid()).length).not.toBe(before.length);

    await user.click(await screen.findByRole("button", { name: "Quick fix: Add-on" }));
    const form = within(await screen.findByRole("dialog"));
    await user.click(await form.findByRole("button", { name: "Apply fix" }));
    expect(await form.findByText(/^Fixed, waiting for re-evaluation/)).toBeVisible();
  },
);
