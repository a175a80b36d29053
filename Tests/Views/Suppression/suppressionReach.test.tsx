import { screen, within } from "@testing-library/react";
import type { Services } from "../../../Client/services";
import { everything, failing } from "../../Support/fakeServices";
import { tableTexts } from "../../Support/onScreen";
import { aReachableAlert } from "../../Support/suppression";
import {
  answer,
  checked,
  chooseEnd,
  closed,
  clusterOnly,
  enter,
  host,
  nameBox,
  openForm,
  press,
  question,
  shell,
  showSuppression,
  tick,
  valueBox,
} from "../../Support/suppressionForm";

describe("what it would dismiss", () => {
  const alerts = [
    aReachableAlert("a", { entities: [shell] }),
    aReachableAlert("b", { severity: "Low", entities: [host] }),
    aReachableAlert("c", { isOpen: false }),
    aReachableAlert("d", { isThisCluster: false, severity: "Low", entities: [shell] }),
  ];
  const reachable = () => Promise.resolve({ alerts, unreadable: 0 });

  test("is counted by cluster and by severity, and follows the form", async () => {
    showSuppression({ reachable });
    await openForm();
    expect(
      await screen.findByText(
        "Open alerts of the last 90 days: 2. In this cluster: 2. In other resources of the subscription: 0.",
      ),
    ).toBeInTheDocument();
    expect(screen.getByText("1 High, 1 Low")).toBeInTheDocument();
    tick(clusterOnly);
    expect(
      screen.getByText(/^Open alerts .*: 3\. In this cluster: 2\. In other .*: 1\./),
    ).toBeInTheDocument();
    expect(screen.getByText("1 High, 2 Low")).toBeInTheDocument();
    tick("Process command line: /bin/sh -c id");
    expect(
      screen.getByText(/^Open alerts .*: 2\. In this cluster: 1\. In other .*: 1\./),
    ).toBeInTheDocument();
    enter(valueBox("Process command line"), "/bin/other");
    expect(
      screen.getByText("No open alerts of the last 90 days match. The rule dismisses new alerts."),
    ).toBeInTheDocument();
  });

  test("is listed on demand, worst first, with where it is", async () => {
    showSuppression({ reachable });
    await openForm();
    await checked();
    tick(clusterOnly);
    await press("Show alerts");
    const table = screen.getByRole("table", { name: "Alerts that the rule would dismiss", hidden: true });
    expect(tableTexts(table).map((row) => row.slice(0, 4))).toEqual([
      ["Severity", "Title", "Affected resource", "Where"],
      ["High", "Reached a", "prod", "This cluster"],
      ["Low", "Reached b", "prod", "This cluster"],
      ["Low", "Reached d", "other", "Elsewhere"],
    ]);
    tick("Process command line: /bin/sh -c id");
    expect(within(table).getAllByRole("row", { hidden: true })).toHaveLength(3);
  });

  test("a rule that does not fit the alert itself is warned of", async () => {
    showSuppression({ reachable });
    await openForm();
    await checked();
    const warning = "The rule doesn't match the alert that you started from."; // It is announced a little later.
    expect(screen.queryByText(warning)).not.toBeInTheDocument();
    tick("Host name: aks-pool-1");
    expect(screen.queryByText(warning)).not.toBeInTheDocument();
    enter(valueBox("Host name"), "another");
    expect(await screen.findByText(warning)).toBeInTheDocument();
  });

  test("that could not be checked is said, and can be tried again", async () => {
    let calls = 0;
    showSuppression({
      reachable() {
        calls += 1;
        return calls === 1
          ? failing({ kind: "unexpected", message: "Resource Graph is away.", requestId: "r-9" })
          : reachable();
      },
    });
    const form = await openForm();
    expect(
      await within(form).findByText(/^We couldn't check which alerts the rule would dismiss/),
    ).toBeInTheDocument();
    expect(within(form).getByText("Resource Graph is away.")).toBeInTheDocument();
    expect(within(form).getByText("r-9")).toBeInTheDocument();
    expect(screen.queryByText(/No open alerts of the last/)).not.toBeInTheDocument();
    await press("Try again");
    expect(await screen.findByText(/^Open alerts of the last 90 days: 2/)).toBeInTheDocument();
  });

  test("while it is checked no number is shown", async () => {
    showSuppression({ reachable: () => new Promise<never>(() => undefined) });
    const form = await openForm();
    expect(
      within(form).getByRole("status", { name: "Checking the alerts of the last 90 days", hidden: true }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/open alert/)).not.toBeInTheDocument();
  });

  test("without the right to read the subscription it names the action", async () => {
    const at: Services["permissions"]["at"] = (scope) =>
      Promise.resolve(
        scope === "/subscriptions/11111111-1111-4111-8111-111111111111"
          ? [{ actions: ["Microsoft.Security/alertsSuppressionRules/*"], notActions: [] }]
          : everything,
      );
    showSuppression({ reachable, at });
    await openForm();
    expect(
      await screen.findByText(
        "We couldn't check alerts elsewhere in the subscription. You need the permission Microsoft.Security/locations/alerts/read there.",
      ),
    ).toBeInTheDocument();
  });

  test("rows that could not be read may fit as well", async () => {
    showSuppression({ reachable: () => Promise.resolve({ alerts, unreadable: 4 }) });
    await openForm();
    expect(
      await screen.findByText("Alerts that we couldn't read, and that might match: 4."),
    ).toBeInTheDocument();
  });
});

describe("what is asked before it is made", () => {
  const onlyHere = () => Promise.resolve({ alerts: [aReachableAlert("a")], unreadable: 0 });
  const elsewhere = () =>
    Promise.resolve({
      alerts: [aReachableAlert("a"), aReachableAlert("b", { isThisCluster: false, entities: [host] })],
      unreadable: 0,
    });
  const never = "The rule never ends. It hides alerts like these until you delete it.";
  const all = "The rule has no conditions. It dismisses every alert of this type in the whole subscription.";
  const others = "It also dismisses alerts of other resources of the subscription: 1.";
  const unchecked = "We couldn't check how many alerts the rule would dismiss.";

  test.each<[string, Services["suppression"]["reachable"], () => void, readonly string[]]>([
    ["that it never ends", onlyHere, () => chooseEnd("Never"), [never]],
    ["that it has no condition", onlyHere, () => tick(clusterOnly), [all]],
    [
      "that it reaches elsewhere",
      elsewhere,
      () => {
        tick(clusterOnly);
        tick("Host name: aks-pool-1");
      },
      [others],
    ],
    [
      "that its reach is not known",
      () => failing({ kind: "unexpected", message: "Away." }),
      () => undefined,
      [unchecked],
    ],
    [
      "all of it at once",
      elsewhere,
      () => {
        chooseEnd("Never");
        tick(clusterOnly);
      },
      [never, all, others],
    ],
  ])("%s", async (_, reachable, change, doubts) => {
    const { saved } = showSuppression({ reachable });
    await openForm();
    await screen.findByText(/open alerts? of the last 90 days|couldn't check/i);
    change();
    await press("Create rule");
    expect(await question("Create this rule?")).toHaveTextContent(doubts.join(" "));
    expect(saved).toEqual([]);
    await answer("Create this rule?", "Cancel");
    expect(saved).toEqual([]);
    expect(nameBox()).toHaveValue("suppress-K8S_Test");
    await press("Create rule");
    await answer("Create this rule?", "Create rule");
    await closed();
    expect(saved).toHaveLength(1);
  });

  test("nothing for a rule that ends, has a condition and stays in this cluster", async () => {
    const { saved, portal } = showSuppression({ reachable: elsewhere });
    await openForm();
    await checked();
    await press("Create rule");
    await closed();
    expect(saved).toHaveLength(1);
    expect(portal.notices).toHaveLength(1);
    expect(portal.notices[0]).toMatchObject({
      notice: { title: "Create suppression rule suppress-K8S_Test" },
      end: "success",
    });
  });
});
