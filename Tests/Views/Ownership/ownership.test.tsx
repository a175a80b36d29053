import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import type { Assignment } from "../../../Client/Ownership/assignment";
import { daysAfter } from "../../../Client/Core/day";
import type { Failure } from "../../../Client/Core/failure";
import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import type { Permission } from "../../../Client/Core/rbac";
import type { RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { vulnerabilitiesTab } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { axeViolations } from "../../Support/axe";
import { fakeHost, signedIn } from "../../Support/fakeHost";
import { failing, fakeServices } from "../../Support/fakeServices";
import {
  aComplianceIssue,
  aComponent,
  aMisconfiguration,
  clusterId,
  ownedBy,
  pageOf,
} from "../../Support/findings";
import {
  boxOf,
  chooseFilter,
  command,
  commandWorks,
  openFirst,
  openTab,
  paste,
  rowNamesOf,
  rows,
  selectRows,
  theGrid,
} from "../../Support/onScreen";
import { ownedWorld } from "../../Support/ownedWorld";
import { renderPage } from "../../Support/renderPage";

const today = new Date();
const inTenDays = daysAfter(today, 10);
const ada = "ada@contoso.com";
const grace = "grace@contoso.com";

function underlyingMisconfiguration(
  name: string,
  over: Partial<UnderlyingAssessment> = {},
): UnderlyingAssessment {
  return {
    id: `${clusterId}/providers/Microsoft.Security/assessments/${name}`,
    title: `Recommendation ${name}`,
    level: "High",
    resourceId: clusterId.toLowerCase(),
    recommendation: name,
    isVulnerability: false,
    current: undefined,
    ...over,
  };
}

function underlyingComponent(
  component: string,
  name: string,
  over: Partial<UnderlyingAssessment> = {},
): UnderlyingAssessment {
  const { id } = aComponent(component);
  return {
    ...underlyingMisconfiguration(name),
    id: `${id}/providers/Microsoft.Security/assessments/${name}`,
    resourceId: id,
    recommendation: "softwareupdate",
    isVulnerability: true,
    ...over,
  };
}

interface World {
  /** Absent: the misconfigurations alone. */
  readonly tabs?: readonly RegisteredTab[];
  readonly misconfigurations?: readonly Misconfiguration[];
  readonly resolved?: readonly Misconfiguration[];
  readonly components?: readonly VulnerableComponent[];
  readonly underlying: readonly UnderlyingAssessment[];
  readonly assignments?: Readonly<Record<string, Assignment>>;
  readonly fail?: (id: string) => Promise<never> | undefined;
  readonly hasCspm?: boolean;
  readonly rights?: readonly Permission[];
}

function show(world: World) {
  const {
    tabs = [misconfigurationsTab],
    misconfigurations = [],
    resolved = [],
    components = [],
    hasCspm = true,
  } = world;
  const host = fakeHost();
  const { governance, written } = ownedWorld(world.underlying, world);
  const issue = aComplianceIssue("control", { recommendation: "a", title: "In a standard" });
  const services = fakeServices({
    ownership: governance,
    misconfigurations: { listPage: () => Promise.resolve(pageOf(misconfigurations, { resolved: resolved })) },
    vulnerabilities: { listPage: () => Promise.resolve(pageOf(components)) },
    compliance: { listPage: () => Promise.resolve(pageOf([issue])) },
    plan: { hasCspm: () => Promise.resolve(hasCspm) },
    ...(world.rights ? { permissions: { at: () => Promise.resolve(world.rights ?? []) } } : {}),
  });
  renderPage(tabs, services, { host });
  return { host, written };
}

/** Texts of a row of the grid by the name of its column. */
async function cells(title: string): Promise<Readonly<Record<string, string | null>>> {
  const grid = await theGrid();
  const names = within(grid)
    .getAllByRole("columnheader")
    .map(({ textContent }) => textContent ?? "");
  const row = within(grid).getByText(title).closest('[role="row"]');
  const texts = [...(row?.querySelectorAll('[role="gridcell"], [role="rowheader"]') ?? [])];
  const named = texts
    .slice(-names.filter((name) => name !== "").length)
    .map(({ textContent }) => textContent);
  return Object.fromEntries(
    names.filter((name) => name !== "").map((name, index) => [name, named[index] ?? null]),
  );
}

async function press(name: string): Promise<HTMLElement> {
  await commandWorks(name);
  await userEvent.setup().click(command(name));
  return screen.findByRole("dialog");
}

const saveButton = (form: HTMLElement, name: string | RegExp) => within(form).getByRole("button", { name });

async function enterOwner(form: HTMLElement, owner: string): Promise<void> {
  const box = await within(form).findByRole("combobox", { name: /^Owner/ });
  fireEvent.input(box, { target: { value: owner } });
  fireEvent.blur(box);
}

const two = [aMisconfiguration("a"), aMisconfiguration("b", { level: "Low" })];
const underlyingTwo = [underlyingMisconfiguration("a"), underlyingMisconfiguration("b", { level: "Low" })];

test("the owners that would be assigned are there as Bicep, once they can be", async () => {
  show({ misconfigurations: two, underlying: underlyingTwo });
  await selectRows("Recommendation a", "Recommendation b");
  const form = await press("Assign owner");
  await userEvent.setup().click(await within(form).findByRole("button", { name: "View code" }));
  expect(within(form).getByText("Enter an owner and a due date first.")).toBeInTheDocument();
  await enterOwner(form, ada);
  const code = await within(form).findByText(/governanceAssignments@/);
  expect(code.textContent?.match(new RegExp(`owner: '${ada}'`, "g"))).toHaveLength(2);
  expect(code).toHaveTextContent("// Recommendation b");
  expect(await axeViolations(document.body)).toEqual([]);
});

test("an owner is assigned to two rows: due by their levels, shown at once, told of once", async () => {
  const { host, written } = show({ misconfigurations: two, underlying: underlyingTwo });
  await selectRows("Recommendation a", "Recommendation b");
  const form = await press("Assign owner");
  expect(await within(form).findByText(/^You'll assign 2 recommendations/)).toBeInTheDocument();
  expect(within(form).getByLabelText("High: days")).toHaveValue("30");
  expect(within(form).getByLabelText("Low: days")).toHaveValue("90");
  expect(within(form).queryByLabelText("Critical: days")).not.toBeInTheDocument();
  expect(await axeViolations(document.body)).toEqual([]);
  await enterOwner(form, ada);
  await userEvent.setup().click(saveButton(form, "Assign"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(written.map(([id]) => id)).toEqual(underlyingTwo.map(({ id }) => id));
  expect(written[0]?.[1]).toMatchObject({
    owner: ada,
    due: { kind: "byLevel", days: { Critical: 7, High: 30, Medium: 60, Low: 90 } },
    isGracePeriod: false,
    eta: "none",
    notifiesOwner: true,
    notifiesManager: true,
  });
  expect(await cells("Recommendation a")).toMatchObject({
    "Owner name": ada,
    Status: "On time (30 days left)",
  });
  expect((await cells("Recommendation b")).Status).toBe("On time (90 days left)");
  expect(host.notices).toEqual([
    {
      notice: { title: `Assign 2 recommendations to ${ada}`, description: "Updated 2 of 2." },
      end: "success",
    },
  ]);
  expect(boxOf("Recommendation a")).not.toBeChecked();
});

test("what is shared with another tab changes there too", async () => {
  show({
    tabs: [misconfigurationsTab, complianceTab],
    misconfigurations: [aMisconfiguration("a")],
    underlying: [underlyingMisconfiguration("a")],
  });
  await selectRows("Recommendation a");
  const form = await press("Assign owner");
  await enterOwner(form, ada);
  await userEvent.setup().click(saveButton(form, "Assign"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  await openTab("Compliance");
  expect(await cells("In a standard")).toMatchObject({ "Owner name": ada, Status: "On time (30 days left)" });
});

test("a component is as many assignments as it has vulnerabilities; those that have an owner are left alone unless asked", async () => {
  const components = [
    aComponent("cart", { ownership: { ...ownedBy([grace], inTenDays, "Unassigned"), failing: 3 } }),
  ];
  const assigned = { owner: grace, due: inTenDays };
  const underlying = ["x", "y", "z"].map((name) =>
    underlyingComponent("cart", name, name === "z" ? { current: assigned } : {}),
  );
  const { written } = show({ tabs: [vulnerabilitiesTab], components, underlying });
  await selectRows("cart");
  const form = await press("Assign owner");
  expect(await within(form).findByText(/^You'll assign 2 recommendations/)).toBeInTheDocument();
  const user = userEvent.setup();
  await user.click(within(form).getByRole("checkbox", { name: /Replace existing owners \(1\)/ }));
  expect(within(form).getByText(/^You'll assign 3 recommendations/)).toBeInTheDocument();
  await user.click(within(form).getByRole("checkbox", { name: /Replace existing owners \(1\)/ }));
  await enterOwner(form, ada);
  await user.click(saveButton(form, "Assign"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(written).toHaveLength(2);
  expect(await cells("cart")).toMatchObject({
    "Owner name": `${grace}, ${ada}`,
    Status: "On time (10 days left)",
  });
});

test("bad input is named where it is, and nothing is sent or lost", async () => {
  const { written } = show({ misconfigurations: two, underlying: underlyingTwo });
  await selectRows("Recommendation a");
  const form = await press("Assign owner");
  const user = userEvent.setup();
  await enterOwner(form, "ada");
  await user.type(within(form).getByLabelText("Ticket number"), "12a");
  await paste(within(form).getByLabelText("Link to the ticket"), "javascript:x");
  await user.click(within(form).getByRole("checkbox", { name: /another day/ }));
  await user.click(saveButton(form, "Assign"));
  expect(await within(form).findByText(/Enter a valid email address/)).toBeInTheDocument();
  expect(await within(form).findByText(/Enter a whole number/)).toBeInTheDocument();
  expect(await within(form).findByText(/Enter an address that begins with/)).toBeInTheDocument();
  expect(await within(form).findByText("Choose the expected day.")).toBeInTheDocument();
  expect(await within(form).findByText(/Enter a justification/)).toBeInTheDocument();
  expect(within(form).getByText(/Correct the entries/)).toBeInTheDocument();
  expect(within(form).getByRole("combobox", { name: /^Owner/ })).toHaveValue("ada");
  expect(within(form).getByLabelText("Ticket number")).toHaveValue("12a");
  expect(written).toEqual([]);
});

test("a failing save keeps the form, what was entered and the selection; the rest is written when tried again", async () => {
  const expired: Failure = {
    kind: "unexpected",
    message: "The session has expired. Sign in to the portal again.",
    code: "ExpiredAuthenticationToken",
  };
  const failures = [expired, expired];
  const { host, written } = show({
    misconfigurations: two,
    underlying: underlyingTwo,
    fail: () => {
      const failure = failures.pop();
      return failure && failing(failure);
    },
  });
  await selectRows("Recommendation a", "Recommendation b");
  const form = await press("Assign owner");
  await enterOwner(form, ada);
  await userEvent.setup().type(within(form).getByLabelText("Ticket number"), "4711");
  await userEvent.setup().click(saveButton(form, "Assign"));
  expect(await within(form).findByText(/couldn't save 2 of 2/)).toBeInTheDocument();
  expect(within(form).getAllByText(/The session has expired/)).toHaveLength(2);
  expect(within(form).getByRole("combobox", { name: /^Owner/ })).toHaveValue(ada);
  expect(within(form).getByLabelText("Ticket number")).toHaveValue("4711");
  await enterOwner(form, grace);
  await userEvent.setup().click(saveButton(form, "Retry (2)"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(written).toHaveLength(4);
  expect(written[3]?.[1]).toMatchObject({ owner: grace, ticket: { number: 4711, link: "" } });
  expect(host.notices.map(({ end }) => end)).toEqual(["error", "success"]);
  expect(await cells("Recommendation b")).toMatchObject({ "Owner name": grace });
});

const stored: Assignment = {
  owner: grace,
  due: inTenDays,
  isGracePeriod: true,
  eta: undefined,
  notifiesOwner: true,
  notifiesManager: false,
  ticket: { number: 7, link: "https://tracker.contoso.com/7" },
};

test("an assignment is edited from the details: the form has what is there, and only what is changed is written", async () => {
  const assigned = { owner: grace, due: inTenDays };
  const underlying = [underlyingMisconfiguration("a", { current: assigned })];
  const { written } = show({
    misconfigurations: [aMisconfiguration("a", { ownership: ownedBy([grace], inTenDays, "OnTime") })],
    underlying,
    assignments: { [underlying[0]?.id ?? ""]: stored },
  });
  await selectRows("Recommendation a");
  const form = await press("Edit assignment");
  expect(await within(form).findByRole("combobox", { name: /^Owner/ })).toHaveValue(grace);
  expect(within(form).getByLabelText("Ticket number")).toHaveValue("7");
  expect(within(form).getByRole("checkbox", { name: /Grace period/ })).toBeChecked();
  expect(within(form).getByRole("checkbox", { name: /manager/ })).not.toBeChecked();
  const user = userEvent.setup();
  await user.click(saveButton(form, "Save"));
  expect(await within(form).findByText("No changes yet.")).toBeInTheDocument();
  expect(written).toEqual([]);
  await user.click(within(form).getByRole("checkbox", { name: /Grace period/ }));
  await user.click(saveButton(form, "Save"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(written).toEqual([[underlying[0]?.id, { isGracePeriod: false }]]);
});

test("of several assignments the form has what they share and keeps the rest", async () => {
  const assigned = { owner: grace, due: inTenDays };
  const underlying = ["a", "b"].map((name) => underlyingMisconfiguration(name, { current: assigned }));
  const [first, second] = underlying.map(({ id }) => id);
  show({
    misconfigurations: ["a", "b"].map((name) =>
      aMisconfiguration(name, { ownership: ownedBy([grace], inTenDays, "OnTime") }),
    ),
    underlying,
    assignments: { [first ?? ""]: stored, [second ?? ""]: { ...stored, ticket: { number: 8, link: "" } } },
  });
  await selectRows("Recommendation a", "Recommendation b");
  const form = await press("Edit assignment");
  expect(await within(form).findByRole("combobox", { name: /^Owner/ })).toHaveValue(grace);
  expect(within(form).getByLabelText("Ticket number")).toHaveValue("");
  expect(within(form).getByLabelText("Ticket number")).toHaveAttribute("placeholder", "Keep current values");
});

test("an assignment is removed after its owner was named", async () => {
  const assigned = { owner: grace, due: inTenDays };
  const { written } = show({
    misconfigurations: [aMisconfiguration("a", { ownership: ownedBy([grace], inTenDays, "OnTime") })],
    underlying: [underlyingMisconfiguration("a", { current: assigned })],
  });
  await selectRows("Recommendation a");
  const form = await press("Remove assignment");
  expect(await within(form).findByText(`Current owners: ${grace}.`)).toBeInTheDocument();
  await userEvent.setup().click(saveButton(form, "Remove"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(written).toEqual([[underlyingMisconfiguration("a").id, "removed"]]);
  expect(await cells("Recommendation a")).toMatchObject({ "Owner name": "—", Status: "Unassigned" });
});

test("without Defender CSPM the commands say what is needed and lead to the plan", async () => {
  show({ misconfigurations: two, underlying: underlyingTwo, hasCspm: false });
  const form = await press("Assign owner");
  expect(within(form).getByText("Owners need Defender CSPM")).toBeInTheDocument();
  expect(within(form).getByRole("link", { name: /Open the plans/ })).toHaveAttribute(
    "href",
    expect.stringContaining("EnvironmentSettings"),
  );
  expect(within(form).queryByRole("button", { name: "Assign" })).not.toBeInTheDocument();
});

test("without the right each command names the action", async () => {
  show({
    misconfigurations: two,
    underlying: underlyingTwo,
    rights: [{ actions: ["*/read"], notActions: [] }],
  });
  await selectRows("Recommendation a");
  await waitFor(() =>
    expect(command("Assign owner")).toHaveAttribute(
      "title",
      expect.stringContaining("Microsoft.Security/assessments/governanceAssignments/write"),
    ),
  );
  expect(command("Assign owner")).toHaveAttribute("aria-disabled", "true");
});

test("commands say why they do not fit what is selected", async () => {
  show({
    misconfigurations: [
      aMisconfiguration("a", { ownership: ownedBy([grace], inTenDays, "OnTime") }),
      aMisconfiguration("b"),
    ],
    underlying: [],
  });
  await theGrid();
  expect(command("Assign owner")).toHaveAttribute("title", "Select at least one finding.");
  await selectRows("Recommendation a");
  await waitFor(() =>
    expect(command("Assign owner")).toHaveAttribute("title", expect.stringContaining("have an owner")),
  );
  await selectRows("Recommendation a", "Recommendation b");
  await waitFor(() =>
    expect(command("Remove assignment")).toHaveAttribute(
      "title",
      "None of the selected findings has an owner.",
    ),
  );
});

test("finished and exempted work is found by its status and counts nowhere", async () => {
  const done = aMisconfiguration("done", {
    ownership: { ...ownedBy([grace], inTenDays, "Completed"), failing: 0, assigned: 0 },
  });
  show({ misconfigurations: two, resolved: [done], underlying: underlyingTwo });
  expect(rowNamesOf(await theGrid())).toEqual(["Recommendation a", "Recommendation b"]);
  expect(screen.getByRole("tab", { name: "Misconfigurations (2)" })).toBeInTheDocument();
  await chooseFilter(screen.getByRole("search"), "Status", "Completed");
  await waitFor(async () => expect(rowNamesOf(await theGrid())).toEqual(["Recommendation done"]));
  expect(screen.getByRole("tab", { name: "Misconfigurations (2)" })).toBeInTheDocument();
  const panel = await openFirst();
  expect(within(panel).queryByRole("button", { name: "Assign owner" })).not.toBeInTheDocument();
});

test("what is overdue is counted and found; so is what is one's own", async () => {
  const past = daysAfter(today, -3);
  show({
    misconfigurations: [
      aMisconfiguration("mine", { ownership: ownedBy([signedIn.email.toUpperCase()], past, "Overdue") }),
      aMisconfiguration("theirs", { ownership: ownedBy([grace], past, "Overdue") }),
      aMisconfiguration("free"),
    ],
    underlying: [],
  });
  await userEvent.setup().click(await screen.findByRole("button", { name: "2 overdue" }));
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  expect((await cells("Recommendation mine")).Status).toBe("Overdue (by 3 days)");
  await chooseFilter(screen.getByRole("search"), "Assigned to", "Me");
  await waitFor(async () => expect(rowNamesOf(await theGrid())).toEqual(["Recommendation mine"]));
});
