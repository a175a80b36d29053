import { call, graph, json, refusal, start, version, type Answer } from "./plainHttp";

describe("Resource Graph", () => {
  const ask = async (body: unknown) => call(await start(), graph, json("POST", body));
  const query = "resources | project id, type";
  const facet = (options: unknown) => ask({ query, facets: [{ expression: "type", options }] });
  const typesOf = ({ body: { facets } }: Answer) =>
    (facets as readonly { readonly data: readonly { readonly type: string }[] }[])[0]?.data.map(
      ({ type }) => type,
    );

  test("sorts, filters and cuts facets as asked", async () => {
    const ascending = typesOf(await facet({ sortBy: "type", sortOrder: "asc" }));
    expect(ascending?.length).toBeGreaterThan(2);
    expect(ascending).toEqual([...(ascending ?? [])].sort());
    expect(typesOf(await facet({ sortBy: "type", sortOrder: "desc", $top: 1 }))).toEqual(
      ascending?.slice(-1),
    );
    expect(typesOf(await facet({ filter: "type has 'managedclusters'" }))).toEqual([
      "microsoft.containerservice/managedclusters",
    ]);
  });

  test.each([
    { query, options: { resultFormat: "csv" } },
    { query, options: { $top: 1.5 } },
    { query, options: { $skip: -1 } },
    { query, options: { $skipToken: "x" } },
    { query, subscriptions: ["a"], managementGroups: ["b"] },
    { query, facets: [{ expression: "type", options: { sortOrder: "up" } }] },
  ])("%p is a 400", async (body) => {
    expect(refusal(await ask(body))).toMatchObject({ status: 400, code: "BadRequest" });
  });

  test("knows the tenant's root group and the subscription in any letter case, nothing else", async () => {
    const { world } = await start();
    const { subscriptionId, tenantId } = world;
    expect((await ask({ query, subscriptions: [subscriptionId.toUpperCase()] })).status).toBe(200);
    expect((await ask({ query, managementGroups: [tenantId] })).status).toBe(200);
    expect((await ask({ query, managementGroups: ["other"] })).status).toBe(403);
  });

  test("no-access is refused, and the rest of ARM names the action that is missing", async () => {
    const emulator = await start({ scenario: "no-access" });
    const query403 = await call(emulator, graph, json("POST", { query }));
    expect(refusal(query403)).toMatchObject({ status: 403, code: "AccessDenied" });
    const cluster = await call(emulator, `${emulator.clusterId}${version}`);
    expect(cluster.body.error?.message).toContain("'Microsoft.ContainerService/managedClusters/read'");
  });
});
