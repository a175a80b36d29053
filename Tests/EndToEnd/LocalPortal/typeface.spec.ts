import type { CDPSession, Page } from "@playwright/test";
import { detailsOf, openTab, rowsOf } from "../dashboardPage";
import { expect, test, viewFrame } from "../fixtures";

/** A part of what the protocol says of a node: https://chromedevtools.github.io/devtools-protocol/tot/DOM/#type-Node. */
interface DomNode {
  readonly nodeId: number;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly children?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

interface Text {
  readonly node: DomNode;
  readonly parentId: number;
}

const textsIn = (parent: DomNode): readonly Text[] =>
  [...(parent.children ?? []), ...(parent.contentDocument ? [parent.contentDocument] : [])].flatMap((node) =>
    node.nodeType === 3 && node.nodeValue.trim() !== "" ? [{ node, parentId: parent.nodeId }] : textsIn(node),
  );

/**
 * Typefaces of the machine that texts are drawn with, each with such a text. Code is omitted: it has the machine's typeface of
 * one width, and breaks its lines wherever they end.
 */
async function machineTypefaces(page: Page, session: CDPSession): Promise<readonly string[]> {
  await viewFrame(page).evaluate(() => document.fonts.ready.then(() => undefined));
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  const found: string[] = [];
  for (const { node, parentId } of textsIn(root)) {
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId: node.nodeId });
    const machines = fonts.filter(({ isCustomFont }) => !isCustomFont);
    if (machines.length > 0 && !(await isCode(session, parentId))) {
      found.push(`${machines.map(({ familyName }) => familyName).join(", ")}: ${node.nodeValue}`);
    }
  }
  return found;
}

async function isCode(session: CDPSession, nodeId: number): Promise<boolean> {
  const { computedStyle } = await session.send("CSS.getComputedStyleForNode", { nodeId });
  return computedStyle.some(({ name, value }) => name === "font-family" && value.startsWith("Consolas"));
}

/** Again while a text goes away between two questions about it, as one does that is still being loaded. */
const expectOwnTypeface = (page: Page, session: CDPSession) =>
  expect(async () => expect(await machineTypefaces(page, session)).toEqual([])).toPass({ timeout: 60_000 });

test("all but code is drawn with the portal's own typeface, whatever the machine has", async ({
  page,
  dashboard,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  await expect(rowsOf(dashboard).first()).toBeVisible();
  await expectOwnTypeface(page, session);
  await openTab(dashboard, "Misconfigurations");
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  await expect(detailsOf(dashboard).getByRole("button", { name: "Remediation steps" })).toBeVisible();
  await expectOwnTypeface(page, session);
  // How far the panel reaches over the tabs depends on the widths of their letters.
  await detailsOf(dashboard).getByRole("button", { name: "Close details" }).click();
  await openTab(dashboard, "Compliance");
  await expect(rowsOf(dashboard).first()).toBeVisible();
  await expectOwnTypeface(page, session);
});
