import { alertDetailsFromRow } from "../../Client/Alerts/alertDetailsFromRow";
import { createAzure } from "../../Client/Azure/Pipeline/azure";
import { asService } from "../../Client/Azure/Pipeline/failureFrom";
import { findingsPage } from "../../Client/Azure/ResourceGraph/findingsPage";
import { createHostHttpClient } from "../../Client/Azure/Pipeline/hostHttpClient";
import { drainPages } from "../../Client/Azure/Arm/drainPages";
import { getArm } from "../../Client/Azure/Arm/armCalls";
import { runResourceGraph, runWholeQuery } from "../../Client/Azure/ResourceGraph/runResourceGraph";
import { unreadableRow } from "../../Client/Azure/ResourceGraph/unreadableRow";
import { armPath } from "../../Client/Core/armUrl";
import { structureOf } from "../../Client/Core/json";
import { alertSeverities } from "../../Client/Core/level";
import { createFakeClock } from "../Support/fakeClock";
import { scriptedHost } from "../Support/scriptedHost";
import { failureOfCall } from "../Support/withServices";

/** Objects and lists in each other. */
function nested(levels: number): unknown {
  let value: unknown = "innermost";
  for (let level = 0; level < levels; level += 1) {
    value = level % 2 === 0 ? [value] : { type: "x", value };
  }
  return value;
}

/** The same as JSON, which `JSON.stringify` itself would not write. */
const nestedText = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;

const properties = { AlertDisplayName: "Web shell", Severity: "High", Status: "Active" };
const alertWith = (over: object) =>
  alertDetailsFromRow({ id: "/alerts/1", properties: { ...properties, ...over } });

test.each([6_000, 20_000, 200_000])("%d levels take nothing but themselves with them", (levels) => {
  for (const deep of [nested(levels), nestedText(levels)]) {
    for (const name of ["Entities", "ExtendedProperties", "RemediationSteps", "Intent", "Techniques"]) {
      expect(alertWith({ [name]: deep })).toMatchObject({ item: { title: "Web shell" } });
    }
  }
  expect(structureOf(nestedText(levels))).toBeDefined();
  expect(unreadableRow("Row", "1", "x", nested(levels)).rowError.message.length).toBeLessThan(400);
});

test("200,000 elements are 200,000 elements", async () => {
  const many = Array.from({ length: 200_000 }, (_, index) => index);
  const entities = many.map((index) => ({ $id: String(index), type: "ip", address: `10.0.0.${index}` }));
  expect(alertWith({ Entities: entities })).toMatchObject({ item: { unreadable: [] } });
  const techniques = many.map((index) => `T${index}`);
  const subTechniques = many.map((index) => `T${index}.001`);
  const mapped = alertWith({ Techniques: techniques, SubTechniques: subTechniques });
  expect("item" in mapped && mapped.item.techniques).toHaveLength(200_000);
  async function* pages() {
    yield await Promise.resolve(many.slice());
  }
  expect(await drainPages(pages())).toHaveLength(200_000);
});

function azureOn(body: unknown) {
  const host = scriptedHost({ body });
  const httpClient = createHostHttpClient(host.send);
  const subscriptionId = "11111111-1111-4111-8111-111111111111";
  return {
    ...createAzure({ httpClient, subscriptionId, clock: createFakeClock(), random: () => 0 }),
    subscriptionId,
  };
}

const graph = { commandName: "Test/Query", kql: "resources" };

test("one row that is too deep leaves the others of its page", async () => {
  const rows = [{ id: "a" }, { id: "b", properties: nested(20_000) }, { id: "c" }];
  const { resourceGraph, subscriptionId } = azureOn({ data: rows, totalRecords: 3 });
  const page = await runResourceGraph(resourceGraph, { ...graph, subscriptionId });
  expect(page.rows.map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

test("a page of 200,000 rows is read whole", async () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => ({ id: String(index) }));
  const { resourceGraph, subscriptionId } = azureOn({ data: rows, totalRecords: rows.length });
  const whole = await runWholeQuery(resourceGraph, { ...graph, subscriptionId });
  expect(whole.rows).toHaveLength(200_000);
});

test("a resource that is too deep is not read at all: it might be written back without its depths", async () => {
  const { arm } = azureOn({ properties: nested(20_000) });
  const resource = { commandName: "Test/Get", path: armPath`/providers/x`, apiVersion: "1" };
  const failure = await failureOfCall(asService(() => getArm(arm, resource)));
  expect(failure.message).toBe("The answer to /providers/x is nested too deeply to read.");
});

test("a row that its reader cannot get over is a gap, and the others are there", () => {
  const page = {
    rows: [{ id: "a" }, { id: "b" }],
    invalidRows: 0,
    total: 2,
    counts: new Map(),
    next: undefined,
  };
  const { items, gaps } = findingsPage(page, { countBy: "level", levels: alertSeverities }, ({ id }) => {
    if (id === "a") {
      throw new RangeError("Maximum call stack size exceeded");
    }
    return { item: id };
  });
  expect(items).toEqual(["b"]);
  expect(gaps).toMatchObject([{ message: expect.stringContaining("Row a couldn't be read") as string }]);
});
