import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { armOrigin, armPath, armSegment, armUrl } from "../../../Client/Core/armUrl";
import { failureOf } from "../../../Client/Core/failure";
import { alertPlaceOf } from "../../../Client/Alerts/alertPlace";
import { workspaceIdOf } from "../../../Client/QuickFixes/logWorkspace";
import { azRestOf } from "../../../Client/DefenderPlan/planCommands";
import { clusterIdWith, clusterNames, groupNames, hostileIds, hostileParts } from "../../Support/hostileIds";

function refusalOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return failureOf(error).kind;
  }
}

test.each(hostileIds)("%j is not the id of a cluster", (id) => {
  expect(clusterScopeOf(id).ok).toBe(false);
});

test.each(groupNames)("a cluster may be in the group %s", (group) => {
  expect(clusterScopeOf(clusterIdWith({ group }))).toMatchObject({
    ok: true,
    cluster: { resourceGroup: group },
  });
});

test.each(clusterNames)("a cluster may be called %s", (name) => {
  expect(clusterScopeOf(clusterIdWith({ name }))).toMatchObject({ ok: true, cluster: { name } });
});

/** What a server makes of a URL: the decoded parts of its path, its parameters, its fragment. */
function read(text: string) {
  const { origin, pathname, searchParams, hash } = new URL(text);
  return {
    origin,
    parts: pathname.slice(1).split("/").map(decodeURIComponent),
    parameters: [...searchParams],
    hash,
  };
}

test.each(hostileParts)("%j stays one part of a URL, or there is no URL", (part) => {
  const address = () =>
    armUrl({
      path: armPath`${clusterIdWith()}/agentPools/${part}/x`,
      apiVersion: "2026-01-01",
      filter: part,
    });
  const refusal = refusalOf(address);
  if (refusal !== undefined) {
    expect(refusal).toBe("invalid");
    expect(part).toMatch(/^\.{0,2}$|[/\\%]|[\p{Cc}\p{Cs}]/u);
    return;
  }
  const wanted = [...clusterIdWith().slice(1).split("/"), "agentPools", part, "x"];
  expect(read(address())).toEqual({
    origin: armOrigin,
    parts: wanted,
    parameters: [
      ["api-version", "2026-01-01"],
      ["$filter", part],
    ],
    hash: "",
  });
});

test.each(hostileParts)(
  "%j in an id is refused where Azure has no such names, and is encoded elsewhere",
  (part) => {
    expect(refusalOf(() => armPath`${clusterIdWith({ group: part })}/x`)).toBe("invalid");
    expect(refusalOf(() => armSegment(part))).toBe(refusalOf(() => armPath`/x/${part}`));
  },
);

test("the ids that Azure itself sends have URLs, whatever they are about", () => {
  const container = `${clusterIdWith()}/securityentitydata/namespace-shop-pod-web-*-*-container-web`;
  const assessment = `${container}/providers/Microsoft.Security/assessments/a b:c`;
  const url = armUrl({ path: armPath`${assessment}/governanceAssignments/${"x"}`, apiVersion: "1" });
  expect(read(url).parts.slice(-7)).toEqual([
    "namespace-shop-pod-web-*-*-container-web",
    "providers",
    "Microsoft.Security",
    "assessments",
    "a b:c",
    "governanceAssignments",
    "x",
  ]);
  const definition = "/providers/Microsoft.Authorization/policyDefinitions/x";
  expect(armPath`${definition}`).toBe(definition);
  const node = clusterIdWith({ group: "MC_rg_aks_westeurope" });
  expect(armPath`${node}`).toBe(node);
});

const alertIn = (group: string, name = "1") =>
  `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/${group}/providers/Microsoft.Security/locations/w/alerts/${name}`;

test.each(hostileParts)("%j is no group of an alert or of a workspace", (part) => {
  expect(refusalOf(() => alertPlaceOf(alertIn(part)))).toBe("invalid");
  const workspace = clusterIdWith({ group: part }).replace(
    "Microsoft.ContainerService/managedClusters",
    "Microsoft.OperationalInsights/workspaces",
  );
  // What is typed is trimmed first.
  expect(workspaceIdOf(workspace)).toBeUndefined();
});

test.each(hostileIds.filter((id) => !/^\/[^/]*$/.test(id)))(
  "%j has no az rest command of another call",
  (id) => {
    const command = azRestOf({ kind: "remove" }, id);
    const url = /^az rest --method=delete --url='([^']*)'$/.exec(
      (command ?? "").replaceAll("'\\''", "%27"),
    )?.[1];
    expect(command === undefined || url !== undefined).toBe(true);
    if (url !== undefined) {
      // The CLI puts the origin of its cloud before it.
      expect(url).toMatch(/^\/[^/]/);
      expect(read(`${armOrigin}${url}`)).toMatchObject({
        origin: armOrigin,
        hash: "",
        parameters: [["api-version", "2024-01-01"]],
      });
      expect(read(`${armOrigin}${url}`).parts.slice(-4).join("/")).toBe(
        "providers/Microsoft.Security/pricings/Containers",
      );
    }
  },
);
