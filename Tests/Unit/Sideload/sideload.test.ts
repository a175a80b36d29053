import { CommandLineError, readCommandLine } from "../../../Extension/CommandLine/commandLine";
import { cacheFolder } from "../../../Extension/LocalPortal/Sideload/certificate";
import {
  endpointOf,
  extensionAddress,
  viewAddress,
} from "../../../Extension/LocalPortal/Sideload/portalAddress";
import { readSideloadPlan, sideloadSpec } from "../../../Extension/LocalPortal/Sideload/runSideload";
import { addTrust, trustOf, typed, type Command } from "../../../Extension/LocalPortal/Sideload/trust";

const clusterId =
  "/subscriptions/3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks";
const portal = "https://portal.azure.com";

test("the addresses have the portal's own form", () => {
  expect(extensionAddress(portal, endpointOf(1339))).toBe(
    'https://portal.azure.com/?feature.canmodifyextensions=true#?testExtensions={"AksSecurityDashboard":"https://localhost:1339/akssecuritydashboard"}',
  );
  expect(viewAddress(portal, endpointOf(1339), "SecurityDashboard.ReactView", clusterId)).toBe(
    "https://portal.azure.com/?AksSecurityDashboard_clientoptimizations=false&feature.customportal=false&feature.canmodifyextensions=true#view/AksSecurityDashboard/SecurityDashboard.ReactView/id/%2Fsubscriptions%2F3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47%2FresourceGroups%2Frg%2Fproviders%2FMicrosoft.ContainerService%2FmanagedClusters%2Faks?testExtensions=%7B%22AksSecurityDashboard%22:%22https://localhost:1339/akssecuritydashboard%22%7D",
  );
});

const plan = (...args: readonly string[]) => readSideloadPlan(readCommandLine(args, sideloadSpec));

test("each cloud has its portal, and the public one its previews", () => {
  expect(plan()).toMatchObject({
    portal,
    authorities: ["portal.azure.com", "ms.portal.azure.com", "rc.portal.azure.com"],
    folder: expect.stringMatching(/dist.portal$/) as string,
    clusterId: undefined,
  });
  expect(plan("--mpac").portal).toBe("https://ms.portal.azure.com");
  expect(plan("--cloud", "usgov")).toMatchObject({
    portal: "https://portal.azure.us",
    authorities: ["portal.azure.us"],
  });
  expect(plan("--cluster", clusterId)).toMatchObject({ portal, clusterId });
});

test.each([
  [["--mpac", "--cloud", "usgov"], /--mpac works only in the public cloud/],
  [["--cloud", "mars"], /Unknown cloud 'mars'/],
  [["--cloud", "china"], /Defender for Cloud in Azure China were retired on 2026-08-18/],
  [["--cluster", "x"], /'x' isn't the ID/],
  [["--scenario", "busy"], /--scenario/],
  [["--frobnicate"], /frobnicate/],
])("%j is one clear line", (args, says) => {
  expect(() => plan(...args)).toThrow(CommandLineError);
  expect(() => plan(...args)).toThrow(says);
});

test("the certificate is kept in the user's own cache, by the custom of the platform", () => {
  expect(cacheFolder("linux", { XDG_CACHE_HOME: "/x" })).toBe("/x/aks-security-dashboard");
  expect(cacheFolder("linux", {})).toMatch(/\/\.cache\/aks-security-dashboard$/);
  expect(cacheFolder("darwin", {})).toMatch(/\/Library\/Caches\/aks-security-dashboard$/);
  expect(cacheFolder("win32", { LOCALAPPDATA: "C:/Local" })).toBe("C:/Local/aks-security-dashboard");
});

test("trust is for this user only, and as the platform wants it", () => {
  const commands = (platform: NodeJS.Platform) => trustOf("/c/x.crt", platform, "/home/me").add.map(typed);
  expect(commands("win32")).toEqual(["certutil -user -addstore Root /c/x.crt"]);
  expect(commands("darwin")).toEqual([
    "security add-trusted-cert -r trustRoot -p ssl -k /home/me/Library/Keychains/login.keychain-db /c/x.crt",
  ]);
  expect(commands("linux")).toEqual([
    "mkdir -p /home/me/.pki/nssdb",
    'certutil -d sql:/home/me/.pki/nssdb -A -t "P,," -n "AKS Security Dashboard (localhost)" -i /c/x.crt',
  ]);
});

test("trusting runs the commands in their order, and says how to take it back", async () => {
  const ran: Command[] = [];
  const trust = trustOf("/c/x.crt", "linux", "/home/me");
  const lines = await addTrust(trust, (command) => {
    ran.push(command);
    return Promise.resolve(undefined);
  });
  expect(ran).toEqual(trust.add);
  expect(lines.join("\n")).toMatch(/trusted now.*\nTo undo this: certutil .* -D /);
});

test("and ends at the first that fails, with what to do by hand", async () => {
  const ran: Command[] = [];
  const lines = await addTrust(trustOf("/c/x.crt", "linux", "/home/me"), (command) => {
    ran.push(command);
    return Promise.resolve("certutil is not installed");
  });
  expect(ran).toHaveLength(1);
  expect(lines).toEqual([
    expect.stringMatching(/couldn't trust the certificate: certutil is not.*Run this yourself: mkdir/),
  ]);
});
