import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { StoredRule, SuppressionRule } from "../../Client/Suppression/suppressionRule";
import type { Services } from "../../Client/services";
import { alertsTab } from "../../Views/Tabs/Alerts/alertsTab";
import { alertDetails, anAlert } from "./anAlert";
import { fakeHost } from "./fakeHost";
import { alertsPage, everything, fakeServices } from "./fakeServices";
import { openFirst } from "./onScreen";
import { openQueriesAreAnswered } from "./openQueries";
import { renderTab } from "./renderPage";
import { clusterEntity } from "./suppression";

export const shell = { type: "process", commandLine: "/bin/sh -c id" };
export const host = { type: "host", hostName: "aks-pool-1" };
const alert = anAlert({ name: "drift", title: "Drift" });
const details = alertDetails(alert, { rawEntities: [clusterEntity, shell, host] });

export const formTitle = "Create suppression rule";
export const clusterOnly = "Only alerts about this cluster (prod)";

/** A dashboard with one alert. `saved` and `removed`: what was asked of the service. */
export function showSuppression(
  over: Partial<Services["suppression"]> & {
    readonly at?: Services["permissions"]["at"];
    readonly rules?: readonly StoredRule[];
    /** What comes of creating a rule, and of enabling or disabling one. */
    readonly save?: (rule: SuppressionRule) => Promise<void>;
  } = {},
) {
  const { at = () => Promise.resolve(everything), rules = [], save, remove, ...suppression } = over;
  const portal = fakeHost();
  const saved: SuppressionRule[] = [];
  const removed: string[] = [];
  const services = fakeServices({
    alerts: { listPage: () => Promise.resolve(alertsPage([alert])), get: () => Promise.resolve(details) },
    permissions: { at },
    suppression: {
      list: () => Promise.resolve(rules),
      ...suppression,
      create(rule) {
        saved.push(rule);
        return save?.(rule) ?? Promise.resolve();
      },
      setState(rule, state) {
        saved.push({ ...rule, state });
        return save?.({ ...rule, state }) ?? Promise.resolve();
      },
      remove(rule) {
        removed.push(rule.name);
        return remove?.(rule) ?? Promise.resolve();
      },
    },
  });
  return { ...renderTab(alertsTab, services, { host: portal }), portal, saved, removed };
}

/** Whether a control is hidden is asked of the browser (Tests/EndToEnd): here it would be asked of each of its ancestors. */
const anyhow = { hidden: true };

/** Opens the form from the details of the alert. */
export async function openForm(): Promise<HTMLElement> {
  const panel = await openFirst();
  fireEvent.click(await within(panel).findByRole("button", { name: formTitle }));
  return screen.findByRole("dialog", { name: formTitle, ...anyhow });
}

export const nameBox = () => screen.getByRole("textbox", { name: "Rule name", ...anyhow });
export const commentBox = () => screen.getByRole("textbox", { name: "Comment", ...anyhow });
export const valueBox = (field: string) =>
  screen.getByRole("textbox", { name: `Value of ${field}`, ...anyhow });
export const box = (name: string) => screen.getByRole("checkbox", { name, ...anyhow });
export const choice = (name: string) => screen.getByRole("radio", { name, ...anyhow });
export const button = (name: string) => screen.findByRole("button", { name, ...anyhow });
export const noButton = (name: string) =>
  expect(screen.queryByRole("button", { name, ...anyhow })).not.toBeInTheDocument();

export function enter(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
}

export async function press(name: string): Promise<void> {
  fireEvent.click(await button(name));
}

export function tick(name: string): void {
  fireEvent.click(box(name));
}

export function chooseEnd(name: string): void {
  fireEvent.click(choice(name));
}

/** Chooses from a drop-down list by its label. */
export async function chooseOption(label: RegExp, option: string): Promise<void> {
  fireEvent.click(screen.getByRole("combobox", { name: label, ...anyhow }));
  fireEvent.click(await screen.findByRole("option", { name: option, ...anyhow }));
}

/** The question that is asked. */
export const question = (name: string) => screen.findByRole("dialog", { name, ...anyhow });

export async function answer(name: string, yesOrNo: string): Promise<void> {
  const dialog = await question(name);
  fireEvent.click(within(dialog).getByText(yesOrNo));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
}

/** The reach is there; without it saving asks first. */
export const checked = () => screen.findByText(/open alerts? of the last 90 days/i);

/** The form is gone, and what its rule may have changed is read again. */
export async function closed(): Promise<void> {
  await waitFor(() =>
    expect(screen.queryByRole("dialog", { name: formTitle, ...anyhow })).not.toBeInTheDocument(),
  );
  await act(openQueriesAreAnswered);
}
