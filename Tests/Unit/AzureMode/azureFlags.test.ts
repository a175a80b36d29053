import { CommandLineError, readCommandLine } from "../../../Extension/CommandLine/commandLine";
import { readAzureFlags } from "../../../Extension/LocalPortal/AzureMode/azureFlags";
import { startSpec } from "../../../Extension/Program/commands";
import { clouds } from "../../../Extension/LocalPortal/AzureMode/clouds";

const read = (...args: readonly string[]) => readAzureFlags(readCommandLine(args, startSpec));

const subscriptionId = "3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47";
const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks`;

test("without --cluster and --pick the emulator is meant", () => {
  expect(read("--scenario", "healthy", "--no-open")).toBeUndefined();
});

test("a cluster, in the public cloud unless another is named", () => {
  expect(read("--cluster", `${id}/`)).toEqual({
    place: { clusterId: id, subscriptionId },
    cloud: clouds.public,
    tenantId: undefined,
    isReadOnly: false,
  });
  expect(read("--cluster", id, "--cloud", "usgov", "--tenant", "contoso.us", "--read-only")).toMatchObject({
    cloud: clouds.usgov,
    tenantId: "contoso.us",
    isReadOnly: true,
  });
});

test("or one to be picked", () => {
  expect(read("--pick", "--cloud", "usgov")).toMatchObject({ place: undefined, cloud: clouds.usgov });
});

test.each([
  [["--cluster", "contoso"], /'contoso' isn't the ID of an AKS cluster/],
  [["--cluster", id.replace("managedClusters", "fleets")], /isn't the ID of an AKS cluster/],
  [["--cluster", `${id}/agentPools/p`], /isn't the ID of an AKS cluster/],
  [["--cluster", id.replace(subscriptionId, "mine")], /isn't the ID of an AKS cluster/],
  [["--cluster", id.replace("/rg/", "/../")], /isn't the ID of an AKS cluster/],
  [["--cluster", `${id}?x=1`], /isn't the ID of an AKS cluster/],
  [["--cluster", id, "--pick"], /--cluster and --pick can.t be used together/],
  [["--cluster", id, "--scenario", "busy"], /--scenario and --cluster can.t be used together/],
  [["--read-only"], /--read-only needs --cluster or --pick/],
  [["--cloud", "usgov"], /--cloud needs --cluster or --pick/],
  [["--tenant", "x"], /--tenant needs/],
  [
    // Whether there is an `az` that could know it doesn't matter: it isn't asked for what is no name.
    ["--pick", "--cloud", "mars & moons"],
    /Unknown cloud 'mars & moons'\. Known: public, usgov, and clouds that `az cloud list` shows\.$/,
  ],
  [["--pick", "--cloud", "china"], /Defender for Cloud in Azure China were retired on 2026-08-18.* no data/],
  [["--cluster", id, "--cloud", "china", "--read-only"], /retired on 2026-08-18/],
  [["--pick", "--tenant", "a b"], /'a b' isn't the ID or the domain of a tenant/],
  [["--clustre", id], /clustre/],
  [["--cluster"], /cluster/],
])("%j is one clear line", (args, says) => {
  expect(() => read(...args)).toThrow(CommandLineError);
  expect(() => read(...args)).toThrow(says);
});
