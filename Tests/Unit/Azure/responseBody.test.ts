import type { HostResponse } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { getArm } from "../../../Client/Azure/Arm/armCalls";
import { runResourceGraph } from "../../../Client/Azure/ResourceGraph/runResourceGraph";
import { armPath } from "../../../Client/Core/armUrl";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost } from "../../Support/scriptedHost";
import { failureOfCall } from "../../Support/withServices";

function azureOn(answer: Partial<HostResponse>) {
  return createAzure({
    httpClient: createHostHttpClient(scriptedHost(answer).send),
    subscriptionId: "1111",
    clock: createFakeClock(),
  });
}

const page = (data: readonly object[]) => ({
  body: { totalRecords: data.length, count: data.length, resultTruncated: "false", data },
});

describe("the host has parsed a body already", () => {
  const marker = "only in the answer";

  /** Texts with the marker that were parsed or written while it ran. */
  async function textsOf(act: () => Promise<unknown>): Promise<readonly unknown[]> {
    const parse = jest.spyOn(JSON, "parse");
    const stringify = jest.spyOn(JSON, "stringify");
    try {
      await act();
      const texts = [
        ...parse.mock.calls.map(([text]) => text),
        ...stringify.mock.results.map(({ value }) => value as unknown),
      ];
      return texts.filter((text) => String(text).includes(marker));
    } finally {
      parse.mockRestore();
      stringify.mockRestore();
    }
  }

  test("a page of Resource Graph is neither written out nor parsed again", async () => {
    const { resourceGraph } = azureOn(page([{ id: marker }]));
    const query = { commandName: "Test/Query", kql: "resources", subscriptionId: "1111" };
    const texts = await textsOf(async () => {
      const { rows } = await runResourceGraph(resourceGraph, query);
      expect(rows).toEqual([{ id: marker }]);
    });
    expect(texts).toEqual([]);
  });

  test("nor is a resource of ARM", async () => {
    const { arm } = azureOn({ body: { id: marker } });
    const path = armPath`/subscriptions/${"11111111-1111-4111-8111-111111111111"}`;
    const texts = await textsOf(async () => {
      const body = await getArm(arm, { path, apiVersion: "2022-12-01", commandName: "Test/Get" });
      expect(body).toEqual({ id: marker });
    });
    expect(texts).toEqual([]);
  });

  test.each(["ARM", "an SDK client"])("nor is a refusal of %s, which is read all the same", async (of) => {
    const { arm, resourceGraph } = azureOn({
      status: 403,
      body: {
        error: { code: "AuthorizationFailed", message: marker, details: [{ code: "A", message: "B" }] },
      },
    });
    const path = armPath`/subscriptions/${"11111111-1111-4111-8111-111111111111"}`;
    const query = { commandName: "Test/Query", kql: "resources", subscriptionId: "1111" };
    const texts = await textsOf(async () => {
      const call =
        of === "ARM"
          ? getArm(arm, { path, apiVersion: "2022-12-01", commandName: "Test/Get" })
          : runResourceGraph(resourceGraph, query);
      expect(await failureOfCall(call)).toMatchObject({
        kind: "forbidden",
        code: "AuthorizationFailed",
        message: marker,
        details: [{ code: "A", message: "B" }],
      });
    });
    expect(texts).toEqual([]);
  });

  test("the clients that read the text only get it", async () => {
    const { agentPools } = await azureOn({
      body: { value: [{ name: marker, properties: {} }] },
    }).containerService();
    const names: (string | undefined)[] = [];
    for await (const { name } of agentPools.list("group", "cluster")) {
      names.push(name);
    }
    expect(names).toEqual([marker]);
  });
});
