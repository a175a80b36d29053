import { aksMenu } from "../../../Extension/LocalPortal/Shell/aksMenu";
import {
  parseRoute,
  resourceHash,
  verifyLinkHash,
  viewHash,
} from "../../../Extension/LocalPortal/Shell/route";
import { shownLink } from "../../../Extension/LocalPortal/Shell/shownLink";
import { changeShell, quietShell } from "../../../Extension/LocalPortal/Shell/shellState";

const id = "/subscriptions/1/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c";

test.each([
  [
    resourceHash(id, "defenderForCloud"),
    { kind: "resource", resourceId: id, item: "defenderForCloud", view: "" },
  ],
  [
    resourceHash(id, "defenderForCloud", "1~t.alerts~z"),
    { kind: "resource", resourceId: id, item: "defenderForCloud", view: "1~t.alerts~z" },
  ],
  [
    `${resourceHash(id, "defenderForCloud")}/view/%zz`,
    { kind: "resource", resourceId: id, item: "defenderForCloud", view: "%zz" },
  ],
  [
    viewHash({ extension: "Ext", view: "Some.ReactView", parameters: { id, view: "a/b%" } }),
    { kind: "view", extension: "Ext", view: "Some.ReactView", parameters: { id, view: "a/b%" } },
  ],
  [`#resource${id}`, { kind: "resource", resourceId: id, item: "overview", view: "" }],
  [
    `#view/Ext/Some.ReactView/id/${encodeURIComponent(id)}/view/1`,
    { kind: "view", extension: "Ext", view: "Some.ReactView", parameters: { id, view: "1" } },
  ],
  [
    "#view/Ext/Some.ReactView/id/%zz",
    { kind: "view", extension: "Ext", view: "Some.ReactView", parameters: { id: "%zz" } },
  ],
  [
    verifyLinkHash("https://example.com/a?b=c#d/e%"),
    { kind: "verifyLink", href: "https://example.com/a?b=c#d/e%" },
  ],
  [verifyLinkHash("javascript:alert(1)"), undefined],
  [verifyLinkHash("http://example.com"), undefined],
  ["#verifyLink/", undefined],
  ["", undefined],
  ["#nonsense", undefined],
  ["#view/Ext", undefined],
])("%s", (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

const shell = "http://127.0.0.1:3000/secret/";
const asked = (href: string) => `${shell}#verifyLink/${encodeURIComponent(href)}`;

test.each([
  ["https://learn.microsoft.com/azure", "https://learn.microsoft.com/azure"],
  ["https://portal.azure.com/#view/A", "https://portal.azure.com/#view/A"],
  ["https://azure.com", "https://azure.com"],
  ["https://nvd.nist.gov/vuln/detail/CVE-1", asked("https://nvd.nist.gov/vuln/detail/CVE-1")],
  ["https://evilmicrosoft.com/", asked("https://evilmicrosoft.com/")],
  ["https://microsoft.com.evil.example/", asked("https://microsoft.com.evil.example/")],
  ["https://microsoft.com@evil.example/", asked("https://microsoft.com@evil.example/")],
  ["http://learn.microsoft.com/", ""],
  ["javascript:alert(1)//microsoft.com", ""],
  ["data:text/html,x", ""],
  ["/relative", ""],
  ["", ""],
])("the link %s is shown as %s", (href, shown) => {
  expect(shownLink(href, shell)).toBe(shown);
});

test("the manifest's item stands after the one it names, and opens the view for this cluster", () => {
  const settings = aksMenu(id).find((group) => group.id === "settings")?.items ?? [];
  const position = settings.findIndex((item) => item.view !== undefined);
  expect(settings[position - 1]?.id).toBe("nodePools");
  expect(settings[position]).toMatchObject({
    label: "Microsoft Defender for Cloud",
    view: { name: "SecurityDashboard.ReactView", parameters: { id } },
  });
});

test("a pending notification is changed in its place, and dismissed once", () => {
  const notify = (title: string, status: "information" | "success") => ({
    type: "notify" as const,
    notification: { id: "1", title, description: "", status },
  });
  const done = [notify("Doing", "information"), notify("Done", "success")].reduce(changeShell, quietShell);
  expect(done.notifications).toMatchObject([{ title: "Done", status: "success" }]);
  expect(changeShell(done, { type: "dismiss", id: "1" }).notifications).toEqual([]);
});
