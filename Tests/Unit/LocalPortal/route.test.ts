import { aksMenu } from "../../../Extension/LocalPortal/Shell/aksMenu";
import { parseRoute, resourceHash, viewHash } from "../../../Extension/LocalPortal/Shell/route";
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
  ["", undefined],
  ["#nonsense", undefined],
  ["#view/Ext", undefined],
])("%s", (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
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
