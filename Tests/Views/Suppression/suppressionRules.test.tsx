import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { Failure } from "../../../Client/Core/failure";
import { ChangedError } from "../../../Client/Core/changed";
import type { StoredRule } from "../../../Client/Suppression/suppressionRule";
import { axeViolations } from "../../Support/axe";
import { deferred, failing } from "../../Support/fakeServices";
import { openQueriesAreAnswered } from "../../Support/openQueries";
import { tableTexts } from "../../Support/onScreen";
import { aReachableAlert, aRule } from "../../Support/suppression";
import {
  answer,
  box,
  button,
  checked,
  closed,
  commentBox,
  enter,
  formTitle,
  host,
  nameBox,
  noButton,
  openForm,
  press,
  question,
  showSuppression,
  tick,
  valueBox,
} from "../../Support/suppressionForm";

describe("saving", () => {
  test.each<[string, Failure]>([
    [
      "500",
      { kind: "unexpected", message: "The server is on fire.", code: "InternalError", requestId: "r-5" },
    ],
    [
      "a conflict",
      { kind: "conflict", message: "Somebody else is writing.", code: "Conflict", requestId: "r-6" },
    ],
  ])("that fails with %s keeps what was entered and says why; then it works", async (_, failure) => {
    let calls = 0;
    const { saved, portal } = showSuppression({
      save() {
        calls += 1;
        return calls === 1 ? failing(failure) : Promise.resolve();
      },
    });
    const form = await openForm();
    await checked();
    enter(nameBox(), "mine");
    enter(commentBox(), "Ticket 7");
    tick("Host name: aks-pool-1");
    await press("Create rule");
    expect(
      await within(form).findByText(/We couldn't create the rule. Your entries are kept./),
    ).toHaveTextContent(failure.message);
    expect(within(form).getByText(failure.requestId ?? "")).toBeInTheDocument();
    expect(nameBox()).toHaveValue("mine");
    expect(commentBox()).toHaveValue("Ticket 7");
    expect(box("Host name")).toBeChecked();
    await press("Create rule");
    await closed();
    expect(saved).toHaveLength(2);
    expect(saved[1]).toEqual(saved[0]);
    expect(portal.notices.map(({ end }) => end)).toEqual(["error", "success"]);
    expect(portal.notices.map(({ notice }) => notice.title)).toEqual([
      "Create suppression rule mine",
      "Create suppression rule mine",
    ]);
  });

  test("is done once, however often the button is pressed", async () => {
    const saving = deferred<void>();
    const { saved, portal } = showSuppression({ save: () => saving.promise });
    await openForm();
    await checked();
    await press("Create rule");
    await press("Creating the rule");
    expect(saved).toHaveLength(1);
    expect(portal.notices).toEqual([
      {
        notice: { title: "Create suppression rule suppress-K8S_Test", description: "Creating the rule" },
        end: undefined,
      },
    ]);
    await act(() => Promise.resolve(saving.resolve()));
    await closed();
    expect(saved).toHaveLength(1);
  });

  test("reads the alerts and the rules again", async () => {
    let lists = 0;
    showSuppression({
      list() {
        lists += 1;
        return Promise.resolve([]);
      },
    });
    await openForm();
    await checked();
    await press("Create rule");
    await closed();
    await waitFor(() => expect(lists).toBe(2));
  });

  test("that fails after the form was closed is told of by the portal", async () => {
    const saving = deferred<void>();
    const { portal } = showSuppression({ save: () => saving.promise });
    await openForm();
    await checked();
    await press("Create rule");
    await press("Cancel");
    await closed();
    await act(async () => {
      saving.reject(new Error("Too late."));
      await Promise.resolve();
    });
    await waitFor(() => expect(portal.notices[0]?.end).toBe("error"));
    expect(portal.notices[0]?.notice.description).toBe("Too late.");
  });

  test("that ends after the form was opened anew leaves the new form as it is", async () => {
    const saving = deferred<void>();
    const { portal } = showSuppression({ save: () => saving.promise });
    await openForm();
    await checked();
    await press("Create rule");
    await press("Cancel");
    await closed();
    await press(formTitle);
    await question(formTitle);
    enter(nameBox(), "another");
    await act(() => Promise.resolve(saving.resolve()));
    await waitFor(() => expect(portal.notices[0]?.end).toBe("success"));
    await act(openQueriesAreAnswered);
    expect(nameBox()).toHaveValue("another");
  });
});

describe("the rules that are there", () => {
  const fits = [{ field: "entities.host.hostname", operator: "in" as const, values: ["AKS-pool-1"] }];
  const mine = aRule("mine", { conditions: fits });
  const rules = [
    mine,
    aRule("everything", { alertType: "*", state: "Disabled", expires: new Date("2030-01-01T12:00:00Z") }),
    aRule("old", { alertType: "k8s_test", state: "Expired", expires: new Date("2020-01-01T12:00:00Z") }),
    aRule("useless", {
      conditions: [{ field: "entities.host.hostname", operator: "in", values: ["nowhere"] }],
    }),
    aRule("other", { alertType: "VM_Test" }),
  ];
  const reachable = () =>
    Promise.resolve({
      alerts: [aReachableAlert("a", { entities: [host] }), aReachableAlert("b", { isOpen: false })],
      unreadable: 0,
    });
  const theTable = () =>
    screen.findByRole("table", { name: "Suppression rules for this alert type", hidden: true });

  test("for the type and for every type are listed with state, end and what they fit", async () => {
    showSuppression({ rules, reachable });
    await openForm();
    await checked();
    const texts = tableTexts(await theTable()).map((row) => row.slice(0, 4));
    expect(texts).toEqual([
      ["Name", "State", "Ends", "Matches"],
      ["mine", "Enabled", "Never", "Alerts of the last 90 days: 1"],
      ["everything", "Disabled", expect.stringContaining("2030"), "Alerts of the last 90 days: 2"],
      ["old", "Expired", expect.stringContaining("2020"), "Alerts of the last 90 days: 2"],
      ["useless", "Enabled", "Never", "No alerts of the last 90 days"],
    ]);
    noButton("Enable old");
    expect(await button("Delete old")).toBeInTheDocument();
  });

  test("what they fit is unknown while it could not be checked", async () => {
    showSuppression({ rules, reachable: () => failing({ kind: "unexpected", message: "Away." }) });
    await openForm();
    await screen.findByText(/couldn't check/);
    const [, ...body] = tableTexts(await theTable());
    expect(body.map((row) => row[3])).toEqual(["Not checked", "Not checked", "Not checked", "Not checked"]);
  });

  test("none is said", async () => {
    showSuppression({ rules: [aRule("other", { alertType: "VM_Test" })] });
    await openForm();
    expect(await screen.findByText("No rules yet.")).toBeInTheDocument();
  });

  test("that could not be loaded are not none, and can be tried again", async () => {
    let calls = 0;
    showSuppression({
      list() {
        calls += 1;
        return calls === 1 ? failing({ kind: "unexpected", message: "Away." }) : Promise.resolve(rules);
      },
    });
    await openForm();
    expect(await screen.findByText(/We couldn't load the existing rules/)).toBeInTheDocument();
    expect(screen.queryByText("No rules yet.")).not.toBeInTheDocument();
    await press("Try again");
    expect(await theTable()).toBeInTheDocument();
  });

  test.each([
    ["Disable mine", { ...mine, state: "Disabled" }],
    ["Enable everything", { ...rules[1], state: "Enabled" }],
  ])("%s", async (name, expected) => {
    let current: readonly StoredRule[] = rules;
    const { saved } = showSuppression({
      list: () => Promise.resolve(current),
      reachable,
      save(rule) {
        current = current.map((other) => (other.name === rule.name ? { ...other, ...rule } : other));
        return Promise.resolve();
      },
    });
    await openForm();
    await theTable();
    await press(name);
    const opposite = name.startsWith("Disable") ? "Enable mine" : "Disable everything";
    expect(await button(opposite)).toBeInTheDocument();
    expect(saved).toEqual([expected]);
  });

  test("are deleted after a question only", async () => {
    let current: readonly StoredRule[] = rules;
    const { removed } = showSuppression({
      list: () => Promise.resolve(current),
      remove({ name }) {
        current = current.filter((rule) => rule.name !== name);
        return Promise.resolve();
      },
    });
    await openForm();
    await theTable();
    await press("Delete mine");
    expect(await question("Delete rule mine?")).toHaveTextContent(/belongs to the subscription/);
    await answer("Delete rule mine?", "Cancel");
    expect(removed).toEqual([]);
    await press("Delete mine");
    await answer("Delete rule mine?", "Delete rule");
    await waitFor(() => expect(screen.queryByText("mine")).not.toBeInTheDocument());
    expect(removed).toEqual(["mine"]);
  });

  test("that could not be changed say so, by name", async () => {
    showSuppression({
      rules,
      save: () => failing({ kind: "conflict", message: "Somebody else is writing." }),
      remove: () => failing({ kind: "forbidden", message: "You may not." }),
    });
    await openForm();
    await theTable();
    await press("Disable mine");
    expect(
      await screen.findByText("We couldn't change rule mine: Somebody else is writing."),
    ).toBeInTheDocument();
    expect(await button("Disable mine")).toBeInTheDocument();
    await press("Delete old");
    await answer("Delete rule old?", "Delete rule");
    expect(await screen.findByText("We couldn't change rule old: You may not.")).toBeInTheDocument();
    expect(within(await theTable()).getByText("old")).toBeInTheDocument();
  });

  test("that someone else changed meanwhile aren't replaced: what changed and when is said", async () => {
    const changed = [{ path: "comment", before: "Mine", after: "Grace's" }];
    const last = { by: undefined, at: new Date("2026-11-29T10:00:00Z") };
    showSuppression({
      rules,
      save: () => Promise.reject(new ChangedError("Someone else changed the rule.", changed, last)),
    });
    await openForm();
    await theTable();
    await press("Disable mine");
    expect(
      await screen.findByText(/We couldn't change rule mine: Someone else changed the rule\./),
    ).toHaveTextContent(/Last changed on Nov 29, 2026, .+\. Who changed it isn't reported\./);
    expect(tableTexts(screen.getByRole("table", { name: "What changed", hidden: true }))).toContainEqual([
      "comment",
      "Mine",
      "Grace's",
    ]);
  });

  test("without the right to delete, that button names the action", async () => {
    const action = "Microsoft.Security/alertsSuppressionRules/delete";
    const { removed } = showSuppression({
      rules,
      at: () => Promise.resolve([{ actions: ["*"], notActions: [action] }]),
    });
    await openForm();
    await theTable();
    const remove = await button("Delete mine");
    expect(remove).toHaveAttribute("aria-disabled", "true");
    expect(remove).toHaveAccessibleDescription(`You need the permission ${action}.`);
    fireEvent.click(remove);
    expect(screen.queryByText("Delete rule mine?")).not.toBeInTheDocument();
    expect(removed).toEqual([]);
  });
});

describe("axe finds nothing", () => {
  test("in the form, with problems, alerts and rules on show", async () => {
    showSuppression({
      rules: [aRule("mine"), aRule("old", { state: "Expired" })],
      reachable: () => Promise.resolve({ alerts: [aReachableAlert("a")], unreadable: 1 }),
    });
    await openForm();
    await checked();
    tick("Host name: aks-pool-1");
    enter(valueBox("Host name"), "");
    enter(nameBox(), "x");
    await press("Create rule");
    await screen.findByText("Enter a value for each selected condition.");
    expect(await axeViolations(document.body)).toEqual([]);
  });
});
