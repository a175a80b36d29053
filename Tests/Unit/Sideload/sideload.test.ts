import { CommandLineError } from "../../../Extension/ArmEmulator/commandLine";
import { cacheFolder } from "../../../Extension/Sideload/certificate";
import { guide, type GuideFacts } from "../../../Extension/Sideload/guide";
import { portals, route, sideloadUrl, type Cloud } from "../../../Extension/Sideload/portalAddress";
import { readSideloadOptions } from "../../../Extension/Sideload/sideloadOptions";
import { commandLine, distrustCommand, run, trustCommand } from "../../../Extension/Sideload/trust";
import { clusterId } from "../../Support/findings";

describe("the command line", () => {
  test("has the official port, the public cloud and the dashboard unless told otherwise", () => {
    expect(readSideloadOptions([])).toEqual({
      port: 1339,
      cloud: "AzureCloud",
      cluster: undefined,
      view: "SecurityDashboard.ReactView",
      trusts: false,
      opens: true,
    });
  });

  test("takes what it is given", () => {
    const args = [
      "--port",
      "0",
      "--cloud",
      "AzureChinaCloud",
      "--cluster",
      clusterId,
      "--trust",
      "--no-open",
    ];
    expect(readSideloadOptions([...args, "--view", "PlanSettings.ReactView"])).toEqual({
      port: 0,
      cloud: "AzureChinaCloud",
      cluster: clusterId,
      view: "PlanSettings.ReactView",
      trusts: true,
      opens: false,
    });
  });

  test.each([
    [["--port", "70000"], "--port must be a number from 0 to 65535, not '70000'."],
    [["--port", "x"], "not 'x'"],
    [["--cloud", "Mars"], "Unknown cloud 'Mars'. Known: AzureCloud, AzureUSGovernment, AzureChinaCloud."],
    [["--cloud", "toString"], "Unknown cloud 'toString'"],
    [["--view", "Lost.ReactView"], "There is no view 'Lost.ReactView'."],
    [["--cluster", "prod"], "--cluster must be the ARM id of an AKS cluster, not 'prod'."],
    [["--nonsense"], "--nonsense"],
    [["stray"], "stray"],
  ])("%j is refused by name", (args, message) => {
    expect(() => readSideloadOptions(args)).toThrow(CommandLineError);
    expect(() => readSideloadOptions(args)).toThrow(message);
  });
});

describe("the portal's address", () => {
  const parts = (url: string) => {
    const { origin, search, hash } = new URL(url);
    const [path = "", query = ""] = hash.split("?");
    return { origin, search, path, extensions: new URLSearchParams(query).get("testExtensions") };
  };

  test.each(Object.keys(portals) as Cloud[])("in %s names the extension on this machine", (cloud) => {
    const { origin, search, path, extensions } = parts(sideloadUrl(cloud, 1339));
    expect(origin).toBe(portals[cloud]);
    expect(search).toBe("?feature.canmodifyextensions=true");
    expect(path).toBe("#");
    expect(JSON.parse(extensions ?? "")).toEqual({
      AksSecurityDashboard: "https://localhost:1339/akssecuritydashboard",
    });
  });

  test("of a view carries its parameters, whatever is in them", () => {
    const parameters = { id: `${clusterId}?a=b#c d`, scope: "subscription" };
    const url = sideloadUrl("AzureCloud", 1340, { view: "PlanSettings.ReactView", parameters });
    const { search, path, extensions } = parts(url);
    expect(search).toBe(
      "?AksSecurityDashboard_clientoptimizations=false&feature.customportal=false&feature.canmodifyextensions=true",
    );
    const [view, extension, name, ...rest] = path.slice(1).split("/").map(decodeURIComponent);
    expect([view, extension, name]).toEqual(["view", "AksSecurityDashboard", "PlanSettings.ReactView"]);
    expect(rest).toEqual(["id", parameters.id, "scope", "subscription"]);
    expect(JSON.parse(extensions ?? "")).toEqual({ AksSecurityDashboard: `https://localhost:1340/${route}` });
  });
});

test.each<[NodeJS.Platform, Record<string, string>, string]>([
  ["linux", {}, "/home/ada/.cache/aks-security-dashboard"],
  ["linux", { XDG_CACHE_HOME: "/var/cache/ada" }, "/var/cache/ada/aks-security-dashboard"],
  ["linux", { XDG_CACHE_HOME: "" }, "/home/ada/.cache/aks-security-dashboard"],
  ["darwin", {}, "/home/ada/Library/Caches/aks-security-dashboard"],
  ["win32", { LOCALAPPDATA: "/local" }, "/local/aks-security-dashboard"],
])("on %s with %j the certificate is kept in %s", (platform, environment, folder) => {
  expect(cacheFolder(platform, environment, "/home/ada")).toBe(folder);
});

describe("trust", () => {
  test.each<[NodeJS.Platform, string, string]>([
    ["win32", "certutil -user -addstore Root /c/localhost.pem", "certutil -user -delstore Root localhost"],
    [
      "darwin",
      "security add-trusted-cert -r trustRoot -p ssl -k /home/ada/Library/Keychains/login.keychain-db /c/localhost.pem",
      "security remove-trusted-cert /c/localhost.pem",
    ],
    [
      "linux",
      'certutil -d sql:/home/ada/.pki/nssdb -A -t P,, -n "AKS Security Dashboard on localhost" -i /c/localhost.pem',
      'certutil -d sql:/home/ada/.pki/nssdb -D -n "AKS Security Dashboard on localhost"',
    ],
  ])("on %s is a command of the platform, and so is taking it back", (platform, trust, distrust) => {
    expect(commandLine(trustCommand(platform, "/c/localhost.pem", "/home/ada"))).toBe(trust);
    expect(commandLine(distrustCommand(platform, "/c/localhost.pem", "/home/ada"))).toBe(distrust);
  });

  test("a command that is not there, or fails, says why", () => {
    expect(run({ program: process.execPath, args: ["-e", ""] })).toBeUndefined();
    expect(run({ program: process.execPath, args: ["-e", "console.error('no'); process.exit(3)"] })).toBe(
      "no",
    );
    expect(run({ program: "there-is-no-such-program", args: [] })).toContain("ENOENT");
  });
});

describe("the terminal", () => {
  const facts: GuideFacts = {
    port: 1339,
    extensionUrl: "https://portal.azure.com/?x",
    viewUrl: undefined,
    certificate: { file: "/c/localhost.pem" },
    trust: "notAsked",
    platform: "linux",
    home: "/home/ada",
  };

  test("says where everything is, what the portal asks, and what --trust would run; it does not run it", () => {
    const text = guide(facts);
    expect(text).toContain("https://localhost:1339/akssecuritydashboard");
    expect(text).toContain("  https://portal.azure.com/?x\n");
    expect(text).toContain("--trust has it trusted, which runs:\n  certutil -d sql:");
    expect(text).toContain("choose Allow");
    expect(text).toContain("--cluster <ARM id>");
  });

  test("names the view, and how trust went", () => {
    expect(guide({ ...facts, viewUrl: "https://v" })).toContain("One view of it:\n  https://v\n");
    expect(guide({ ...facts, trust: { failed: undefined } })).toContain("trusted now. To take that back:");
    expect(guide({ ...facts, trust: { failed: "No certutil." } })).toContain("not be trusted: No certutil.");
  });
});
