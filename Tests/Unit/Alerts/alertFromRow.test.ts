import { alertDetailsFromRow } from "../../../Client/Alerts/alertDetailsFromRow";
import { alertFromRow } from "../../../Client/Alerts/alertFromRow";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import type { JsonRecord } from "../../../Client/Core/json";

const id =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.Security/locations/westeurope/alerts/25_a";
const row = {
  id,
  severity: "High",
  alertDisplayName: "Drift",
  status: "InProgress",
  alertType: "K8S.NODE_DriftDetection",
  startTimeUtc: "2026-11-20T10:00:00Z",
  updatedTimeUtc: "2026-11-20T11:00:00Z",
  compromisedEntity: "prod",
};

describe("a row of the list", () => {
  test("becomes an alert", () => {
    expect(alertFromRow(row)).toEqual({
      item: {
        id,
        severity: "High",
        title: "Drift",
        status: "InProgress",
        alertType: "K8S.NODE_DriftDetection",
        startTime: new Date("2026-11-20T10:00:00Z"),
        updatedTime: new Date("2026-11-20T11:00:00Z"),
        compromisedEntity: "prod",
      },
    });
  });

  test.each<[string, JsonRecord, JsonRecord]>([
    ["exported alerts say New for Active", { status: "New" }, { status: "Active" }],
    ["an unknown status is unknown", { status: "Snoozed" }, { status: undefined }],
    ["an unreadable time is unknown", { startTimeUtc: "not a date" }, { startTime: undefined }],
    [
      "without a title the alert type names it",
      { alertDisplayName: "" },
      { title: "K8S.NODE_DriftDetection" },
    ],
    ["without both its own name does", { alertDisplayName: null, alertType: null }, { title: "25_a" }],
    ["other letter case of the severity", { severity: "hIGH" }, { severity: "High" }],
  ])("%s", (_, change, expected) => {
    expect(alertFromRow({ ...row, ...change })).toMatchObject({ item: expected });
  });

  test.each<[string, JsonRecord, string]>([
    ["no severity", { severity: undefined }, "severity"],
    ["a severity outside of the scale", { severity: "Catastrophic" }, "Catastrophic"],
    ["no id", { id: "" }, "id"],
    ["an id that is a number", { id: 7 }, "id"],
  ])("%s is a gap that says so", (_, change, says) => {
    expect(alertFromRow({ ...row, ...change })).toMatchObject({
      rowError: { message: expect.stringContaining(says) as string },
    });
  });
});

describe("the details", () => {
  const properties = {
    AlertDisplayName: "Drift",
    Severity: "High",
    Status: "Active",
    Description: "A binary<br>ran.",
    RemediationSteps: ["1. Isolate the pod.", "2) Rotate secrets.\n- Escalate <b>now</b>"],
    ExtendedProperties: {
      "Suspicious Process": "/tmp/x",
      ImageName: "shop/api:1",
      Empty: "",
      Nested: { a: 1 },
    },
    Intent: "Execution, LateralMovement",
    Techniques: ["T1059", "T1610"],
    SubTechniques: ["T1059.004"],
    AlertUri: "https://portal.azure.com/#blade/alert",
    TimeGeneratedUtc: "2026-11-20T10:05:00Z",
    EndTimeUtc: "2026-11-20T10:30:00Z",
    Entities: [
      {
        $id: "1",
        type: "K8s-cluster",
        cloudResource: {
          $id: "2",
          resourceId: "/subscriptions/11111111-1111-4111-8111-111111111111/x/clusters/prod",
          type: "azure-resource",
        },
      },
      { $id: "3", type: "K8s-namespace", name: "shop", cluster: { $ref: "1" } },
      { $id: "4", type: "K8s-pod", name: "api-1", namespace: { $ref: "3" } },
      { $id: "5", type: "process", commandLine: "sh -c id", parentProcess: { $ref: "6" } },
      {
        $id: "6",
        type: "process",
        imageFile: {
          $id: "7",
          type: "file",
          name: "bash",
          fileHashes: [{ $id: "8", type: "filehash", algorithm: "SHA256", value: "ab12" }],
        },
      },
      { $ref: "4" },
    ],
  };
  const detailsOf = (change: JsonRecord = {}): AlertDetails => {
    const mapped = alertDetailsFromRow({ id, properties: { ...properties, ...change } });
    if ("rowError" in mapped) {
      throw new Error(mapped.rowError.message);
    }
    return mapped.item;
  };
  const camelCase = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  );

  test("camelCase as ARM writes it reads the same as Resource Graph's PascalCase", () => {
    expect(alertDetailsFromRow({ id, properties: camelCase })).toEqual(
      alertDetailsFromRow({ id, properties }),
    );
  });

  test("texts lose their markup, steps their numbers", () => {
    const { description, mitigationSteps } = detailsOf();
    expect(description).toBe("A binary\nran.");
    expect(mitigationSteps).toEqual(["Isolate the pod.", "Rotate secrets.", "Escalate now"]);
  });

  test("facts keep their order, empty ones are omitted", () => {
    expect(detailsOf().facts).toEqual([
      { name: "Suspicious Process", value: "/tmp/x" },
      { name: "Image name", value: "shop/api:1" },
      { name: "Nested", value: '{"a":1}' },
    ]);
  });

  test("tactics are taken apart, a sub-technique stands for its technique", () => {
    expect(detailsOf()).toMatchObject({
      tactics: ["Execution", "LateralMovement"],
      techniques: ["T1610", "T1059.004"],
    });
    expect(detailsOf({ Intent: "Unknown" }).tactics).toEqual([]);
  });

  test("entities are listed once each, nested ones too, by kind", () => {
    expect(detailsOf().entities.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "azureResource prod",
      "cluster prod",
      "namespace shop",
      "pod api-1",
      "process sh -c id",
      "process bash",
      "file bash",
      "fileHash ab12",
    ]);
  });

  test.each([
    ["K8s-secret", "Secret"],
    ["KubernetesClusterRoleBinding", "ClusterRoleBinding"],
    ["K8s-user", "User"],
    ["mailbox", "Mailbox"],
  ])("an entity of a kind that has no group of its own says what it is: %s", (type, kind) => {
    const entities = [{ $id: "1", type, name: "crown-jewels" }];
    expect(detailsOf({ Entities: entities }).entities).toEqual([
      { kind: "other", name: "crown-jewels", facts: [{ name: "Kind", value: kind }] },
    ]);
  });

  test("references show the name of what they refer to", () => {
    const entity = (name: string) => detailsOf().entities.find((candidate) => candidate.name === name);
    expect(entity("api-1")?.facts).toEqual([{ name: "Namespace", value: "shop" }]);
    expect(entity("sh -c id")?.facts).toEqual([{ name: "Parent process", value: "bash" }]);
    expect(entity("shop")?.facts).toEqual([{ name: "Cluster", value: "prod" }]);
  });

  test("a reference that leads nowhere is reported", () => {
    const { unreadable } = detailsOf({
      Entities: [{ $id: "1", type: "K8s-pod", name: "p", namespace: { $ref: "99" } }],
    });
    expect(unreadable).toEqual([expect.stringContaining("99")]);
  });

  test.each<[string, unknown, number]>([
    ["JSON in a string", JSON.stringify(properties.Entities), 0],
    ["a string that is no JSON", "[{", 1],
    ["a number", 7, 1],
    ["nothing", undefined, 0],
  ])("entities as %s", (_, Entities, complaints) => {
    expect(detailsOf({ Entities }).unreadable).toHaveLength(complaints);
  });

  test("what it tells as evidence keeps every character", () => {
    const commandLine = "/subscriptions/__x__/**  -a   *";
    const details = detailsOf({
      Description: "Run from /opt/app/__pycache__/x,<br>which read /proc/**/environ",
      RemediationSteps: ["* Remove this line of cron:\n* * * * * /tmp/__x__", "- Check **/authorized_keys"],
      ExtendedProperties: { "command line": "ls  **/*__init__*  <b>" },
      Entities: [{ $id: "1", type: "process", commandLine }],
    });
    expect(details.description).toBe("Run from /opt/app/__pycache__/x,\nwhich read /proc/**/environ");
    expect(details.mitigationSteps).toEqual([
      "Remove this line of cron:",
      "* * * * * /tmp/__x__",
      "Check **/authorized_keys",
    ]);
    expect(details.facts).toEqual([{ name: "Command line", value: "ls  **/*__init__*  <b>" }]);
    expect(details.entities[0]?.name).toBe(commandLine);
  });

  test("a link that is not to a Microsoft portal is not offered", () => {
    expect(detailsOf().portalLink).toBe("https://portal.azure.com/#blade/alert");
    expect(detailsOf({ AlertUri: "https://evil.example/" }).portalLink).toBeUndefined();
  });
});

/** Every value of every shape in every place: a row becomes an item or a gap, and never throws. */
test("hostile rows never throw", () => {
  const values: unknown[] = [
    null,
    undefined,
    0,
    -1,
    NaN,
    "",
    " ",
    "x".repeat(10_000),
    "<script>",
    "\u202e",
    true,
    [],
    [null],
    {},
    { $ref: "1" },
    [[[]]],
    "{",
    "[1]",
  ];
  const keys = [
    "Severity",
    "AlertDisplayName",
    "Status",
    "StartTimeUtc",
    "RemediationSteps",
    "Entities",
    "ExtendedProperties",
    "Intent",
    "Techniques",
    "SubTechniques",
    "AlertUri",
    "Description",
  ];
  for (const key of keys) {
    for (const value of values) {
      const whole = { id, properties: { Severity: "Low", [key]: value } };
      expect(Object.keys(alertDetailsFromRow(whole))).toEqual([expect.stringMatching(/^(item|rowError)$/)]);
    }
  }
  for (const value of values) {
    expect(Object.keys(alertDetailsFromRow({ id, properties: value }))).toEqual(["rowError"]);
    const mapped = alertFromRow({ ...row, id: value, alertDisplayName: value, severity: value });
    expect(Object.keys(mapped)).toEqual(["rowError"]);
  }
});
