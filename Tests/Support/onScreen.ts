import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";

/** Selects a tab by the beginning of its label. */
export async function openTab(title: string): Promise<void> {
  const tab = await screen.findByRole("tab", { name: new RegExp(`^${title}`) });
  if (tab.getAttribute("aria-selected") === "true") {
    return;
  }
  // React 17 warns of an answer that comes in the instant after its tab is gone.
  await screen.findByRole("tab", { name: /\(.+\)$/, selected: true });
  await userEvent.setup().click(tab);
}

/** The grid of a tab. Details, which may have one of their own, come after it. */
export async function theGrid(): Promise<HTMLElement> {
  const [grid] = await screen.findAllByRole("grid");
  if (!grid) {
    throw new Error("There is no grid.");
  }
  return grid;
}

/** The rows of a tab, the header omitted. */
export async function rows(): Promise<readonly HTMLElement[]> {
  return bodyRowsOf(await theGrid());
}

export function bodyRowsOf(grid: HTMLElement): readonly HTMLElement[] {
  const [, ...body] = within(grid).getAllByRole("row");
  return body;
}

/** What names the rows, in their order. */
export function rowNamesOf(grid: HTMLElement): readonly (string | null)[] {
  return within(grid)
    .queryAllByRole("rowheader")
    .map(({ textContent }) => textContent);
}

/** The first row of a tab. */
export async function firstRow(): Promise<HTMLElement> {
  const [first] = await rows();
  if (!first) {
    throw new Error("There is no row.");
  }
  return first;
}

/** Opens the details of the first row and gives their panel. */
export async function openFirst(): Promise<HTMLElement> {
  await userEvent.setup().click(await firstRow());
  return screen.findByRole("complementary", { name: "Details" });
}

/** Names of the columns of a grid, in their order; the one with the checkboxes has none and is omitted. */
export function columnNamesOf(grid: HTMLElement): readonly (string | null)[] {
  return within(grid)
    .getAllByRole("columnheader")
    .map(({ textContent }) => textContent)
    .filter((name) => name !== "");
}

/** Names of the filters on the row and, after them, of those that can be added to it. */
export async function filterNamesOf(row: HTMLElement): Promise<readonly string[]> {
  const pills = within(row)
    .queryAllByRole("button", { name: /Edit filter$/ })
    .map((pill) => (pill.getAttribute("aria-label") ?? "").replace(/:.*/, ""));
  const add = within(row).queryByRole("button", { name: "Add filter" });
  if (!add) {
    return pills;
  }
  await userEvent.setup().click(add);
  const more = screen.getByRole("menu", { name: "Choose a filter to add" });
  const items = within(more)
    .getAllByRole("menuitem")
    .map(({ textContent }) => `+${textContent ?? ""}`);
  pressEscape(more);
  return [...pills, ...items];
}

/** Text for a box that comes in one go, as pasted: each letter that is typed draws the page anew. */
export async function paste(box: HTMLElement, text: string): Promise<void> {
  const user = userEvent.setup();
  await user.click(box);
  await user.paste(text);
}

/** Ticks one value of a filter on the row, and closes its checklist. */
export async function chooseFilter(row: HTMLElement, filter: string, value: string): Promise<void> {
  const user = userEvent.setup();
  await user.click(within(row).getByRole("button", { name: new RegExp(`^${filter}: .*Edit filter$`) }));
  const box = within(screen.getByRole("dialog", { name: filter })).getByRole("checkbox", {
    name: new RegExp(`^${value} \\(`),
  });
  await user.click(box);
  pressEscape(box);
}

/** Fluent's callouts look at the key's number, which user-event leaves out. */
export function pressEscape(element: Element): void {
  fireEvent.keyDown(element, { key: "Escape", keyCode: 27 });
}

/** A fact of a list of facts by its name, as text. */
export function factOf(container: HTMLElement, name: string): string | null | undefined {
  const terms = within(container).getAllByRole("term");
  return terms.find((term) => ownTextOf(term) === name)?.parentElement?.querySelector("dd")?.textContent;
}

/** Without the button that may explain it. */
function ownTextOf({ childNodes }: HTMLElement): string {
  const own = [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  return own
    .map(({ textContent }) => textContent)
    .join("")
    .trim();
}

/** A part of the details by its heading. */
export function sectionOf(container: HTMLElement, title: string | RegExp): HTMLElement {
  const section = within(container).getByRole("heading", { name: title }).closest("section");
  if (!section) {
    throw new Error(`There is no section "${String(title)}".`);
  }
  return section;
}

/** Header and cells of a short table as text, row by row. */
export function tableTexts(table: HTMLElement): readonly (readonly (string | null)[])[] {
  return within(table)
    .getAllByRole("row")
    .map((row) => [...row.children].map(({ textContent }) => textContent));
}

/** The checkbox of a row, by what names the row. */
export function boxOf(title: string): HTMLElement {
  return screen.getByRole("checkbox", { name: `Select ${title}` });
}

/** Presses the checkboxes of rows, in this order. */
export async function selectRows(...titles: readonly string[]): Promise<void> {
  const user = userEvent.setup();
  await screen.findByRole("checkbox", { name: `Select ${titles[0] ?? ""}` });
  for (const title of titles) {
    await user.click(boxOf(title));
  }
}

/** The checkbox in the header of the grid. */
export function headerBox(): HTMLElement {
  return screen.getByRole("checkbox", { name: /^Select all \d+ that match$/ });
}

/** The button of a command bar or menu; it may be disabled. */
export function command(name: string): HTMLElement {
  return screen.getByRole("menuitem", { name });
}

/**
 * Matches a choice of a menu by its text. Why it cannot be used stands in it as well, and only CSS keeps that out of its name:
 * Tests/EndToEnd/Alerts/alertActions.spec.ts.
 */
export const choiceCalled = (text: string) => (_: string, item: Element) =>
  item.querySelector(".ms-ContextualMenu-itemText")?.textContent === text;

/** Waits until a command can be used: the command bar measures itself before it shows what is new. */
export function commandWorks(name: string): Promise<void> {
  return waitFor(() => expect(command(name)).not.toHaveAttribute("aria-disabled", "true"));
}

/** Opens a command of the command bar and presses one of its choices. */
export async function chooseCommand(name: string, choice: string): Promise<void> {
  const user = userEvent.setup();
  await commandWorks(name);
  await user.click(command(name));
  await user.click(await screen.findByRole("menuitem", { name: choiceCalled(choice) }));
}
