import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import { daysAfter } from "../../../Client/Core/day";
import { upgradeNodeImageAction } from "../../../Client/NodePools/nodePool";
import { policyActions } from "../../../Client/Policy/policyAssignment";
import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import type { Permission } from "../../../Client/Core/rbac";
import { aLiveCluster } from "../../Support/aLiveCluster";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { aComponent, aMisconfiguration, clusterId, ownedBy, pageOf } from "../../Support/findings";
import { aNodePool, nodePoolsOf } from "../../Support/nodePools";
import { choiceCalled, openFirst, openTab, selectRows, theGrid } from "../../Support/onScreen";
import { anAssignment, aPolicy } from "../../Support/policies";
import { renderDashboard } from "../../Support/renderDashboard";

const soon = daysAfter(new Date(), 10);
const alert = anAlert({ name: "shell", title: "Web shell", severity: "High" });
const fixable = aMisconfiguration(quickFixKeys.policyAddOn, { title: "Add-on" });
const free = aMisconfiguration("free", { title: "Free" });
const taken = aMisconfiguration("taken", {
  title: "Taken",
  ownership: ownedBy(["ada@contoso.com"], soon, "OnTime"),
});
const trusted = aMisconfiguration("8d244d29-fa00-4332-b935-c3a51d525417", {
  title: "Trusted registries",
  policyId: "febd0533-8e55-448f-b837-bd0e06f16469",
});
const pool = aComponent("apps", { kind: "nodePool", place: undefined });
const html = { descriptionHtml: "", remediationHtml: "", portalLink: undefined, changed: undefined };

const underlying = ({ id, title, ownership }: typeof free): UnderlyingAssessment => ({
  id,
  title,
  level: "High",
  resourceId: clusterId.toLowerCase(),
  recommendation: "x",
  isVulnerability: false,
  current: ownership.owners[0] === undefined ? undefined : { owner: ownership.owners[0], due: ownership.due },
});

/** A dashboard for someone with these rights, with a spy in place of everything that writes. */
function show(rights: Permission, rows: readonly (typeof free)[] = []): readonly string[] {
  const written: string[] = [];
  const write = (name: string) => () => {
    written.push(name);
    return Promise.resolve();
  };
  renderDashboard(
    fakeServices({
      alerts: {
        listPage: () => Promise.resolve(alertsPage([alert])),
        get: () => Promise.resolve(alertDetails(alert)),
        changeStatus: write("alerts.changeStatus"),
      },
      suppression: { create: write("suppression.create"), remove: write("suppression.remove") },
      misconfigurations: {
        listPage: () => Promise.resolve(pageOf(rows)),
        get: () => Promise.resolve({ ...trusted, ...html }),
      },
      vulnerabilities: {
        listPage: () => Promise.resolve(pageOf([pool])),
        get: () =>
          Promise.resolve({ vulnerabilities: [], unreadable: [], sameImage: [], portalLink: undefined }),
      },
      ownership: {
        underlyingAssessments: (keys) =>
          Promise.resolve({
            assessments: rows.filter(({ id }) => keys.some((key) => key.id === id)).map(underlying),
            unreadable: 0,
          }),
        assign: write("governance.assign"),
        remove: write("governance.remove"),
      },
      quickFixes: { readLive: () => Promise.resolve(aLiveCluster()), apply: write("fixes.apply") },
      policy: {
        definition: () => Promise.resolve(aPolicy()),
        assignments: () => Promise.resolve({ items: [anAssignment()], gaps: [] }),
        assign: write("policy.assign"),
      },
      nodePools: {
        list: () => Promise.resolve(nodePoolsOf([aNodePool()])),
        upgradeImage: write("nodePools.upgradeImage"),
      },
      permissions: { at: () => Promise.resolve([rights]) },
    }),
  );
  return written;
}

/** Presses what can be pressed of these, one after the other; what is disabled ends the way. */
async function pressAll(...finders: readonly (() => Promise<HTMLElement>)[]): Promise<void> {
  // Styles that let nothing be pressed are no protection.
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  for (const find of finders) {
    const control = await find();
    await user.click(control);
    if (control.getAttribute("aria-disabled") === "true" || control.hasAttribute("disabled")) {
      return;
    }
  }
}

const item = (name: string) => () => screen.findByRole("menuitem", { name });
const choice = (text: string) => () => screen.findByRole("menuitem", { name: choiceCalled(text) });
const button = (name: string | RegExp) => async () => {
  const found = await screen.findAllByRole("button", { name });
  return found.at(-1) ?? document.body;
};

/** Commands show what is allowed once the rights are there. */
async function rightsAreKnown(find: () => Promise<HTMLElement>, isAllowed: boolean): Promise<void> {
  await waitFor(async () => {
    const command = await find();
    expect(command.getAttribute("aria-disabled") === "true").toBe(!isAllowed);
  });
}

/** Presses a command for the only row there is, be it allowed or not. */
async function pressOnSelected(
  rights: Permission,
  isAllowed: boolean,
  row: typeof free,
  command: string,
): Promise<readonly string[]> {
  const written = show(rights, [row]);
  await openTab("Misconfigurations");
  await selectRows(row.title);
  await rightsAreKnown(item(command), isAllowed);
  await pressAll(item(command));
  return written;
}

interface Write {
  readonly name: string;
  /** What it takes. Which roles have that is a table in Tests/Unit/Kit/rights.test.ts. */
  readonly action: string;
  attempt(rights: Permission, isAllowed: boolean): Promise<readonly string[]>;
}

const writes: readonly Write[] = [
  {
    name: "alerts.changeStatus",
    action: "Microsoft.Security/locations/alerts/resolve/action",
    async attempt(rights, isAllowed) {
      const written = show(rights);
      await theGrid();
      await selectRows("Web shell");
      await pressAll(item("Change status"));
      // Each status needs an action of its own, so the menu opens and its choices say what is missing.
      await rightsAreKnown(choice("Resolved"), isAllowed);
      await pressAll(choice("Resolved"));
      return written;
    },
  },
  {
    name: "suppression.create",
    action: "Microsoft.Security/alertsSuppressionRules/write",
    async attempt(rights, isAllowed) {
      const written = show(rights);
      await openFirst();
      await screen.findByRole("button", { name: "Create suppression rule" });
      await pressAll(button("Create suppression rule"));
      if (isAllowed) {
        // Before that is known the form asks once more.
        await screen.findByText(/^No open alerts of the last 90 days match/);
        await pressAll(button("Create rule"));
      }
      return written;
    },
  },
  {
    name: "governance.assign",
    action: "Microsoft.Security/assessments/governanceAssignments/write",
    async attempt(rights, isAllowed) {
      const written = await pressOnSelected(rights, isAllowed, free, "Assign owner");
      if (isAllowed) {
        const form = await screen.findByRole("dialog");
        const box = await within(form).findByRole("combobox", { name: /^Owner/ });
        fireEvent.input(box, { target: { value: "ada@contoso.com" } });
        await pressAll(button("Assign"));
      }
      return written;
    },
  },
  {
    name: "governance.remove",
    action: "Microsoft.Security/assessments/governanceAssignments/delete",
    async attempt(rights, isAllowed) {
      const written = await pressOnSelected(rights, isAllowed, taken, "Remove assignment");
      if (isAllowed) {
        await screen.findByText(/^Current owners/);
        await pressAll(button("Remove"));
      }
      return written;
    },
  },
  {
    name: "fixes.apply",
    action: "Microsoft.ContainerService/managedClusters/write",
    async attempt(rights) {
      const written = show(rights, [fixable]);
      await openTab("Misconfigurations");
      await pressAll(button("Quick fix: Add-on"));
      await screen.findByRole("table", { name: "Properties before and after the fix" });
      await pressAll(button("Apply fix"));
      return written;
    },
  },
  {
    name: "policy.assign",
    action: policyActions.write,
    async attempt(rights) {
      const written = show(rights, [trusted]);
      await openTab("Misconfigurations");
      await openFirst();
      await pressAll(button("Azure Policy"), button("Assign policy"));
      if (screen.queryByRole("dialog")) {
        await pressAll(button("Assign"));
      }
      return written;
    },
  },
  {
    name: "nodePools.upgradeImage",
    action: upgradeNodeImageAction,
    async attempt(rights) {
      const written = show(rights);
      await openTab("Vulnerabilities");
      await openFirst();
      await pressAll(button("Upgrade node image"), button("Upgrade"));
      return written;
    },
  },
];

describe.each(writes)("$name", ({ name, action, attempt }) => {
  test("works with its action and the right to read, whatever else is not allowed", async () => {
    const written = await attempt({ actions: ["*/read", action], notActions: [] }, true);
    await waitFor(() => expect(written).toEqual([name]));
  });

  test("cannot be pressed without its action, whatever else is allowed", async () => {
    const written = await attempt({ actions: ["*"], notActions: [action] }, false);
    expect(written).toEqual([]);
  });
});
