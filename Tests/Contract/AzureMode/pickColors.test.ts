import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(__dirname, "../../..");

/** In a process of its own: whether there are colors is decided once. Ctrl+C is typed as soon as the list is there. */
const program = `
const { PassThrough } = require("node:stream");
const { chooseCluster } = require("./Extension/LocalPortal/AzureMode/chooseCluster");
const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {} });
const output = Object.assign(new PassThrough(), { isTTY: true, rows: 24, columns: 120 });
let shown = "";
output.on("data", (part) => {
  shown += part;
  if (String(part).includes("contoso-prod")) {
    setImmediate(() => input.write("\\u0003"));
  }
});
const cluster = { id: "/a", name: "contoso-prod", resourceGroup: "g", subscription: "s", subscriptionId: "s", tenant: "t" };
chooseCluster([{ ...cluster, worst: { state: "unknown" } }], { input, output }).then(() => process.stdout.write(shown));
`;

function shownWith(settings: Readonly<Record<string, string>>): string {
  const { PATH = "" } = process.env;
  // Nothing else: what runs the tests has settings of its own for colors.
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "-e", program], {
    cwd: root,
    encoding: "utf8",
    env: { PATH, TERM: "xterm-256color", ...settings },
  });
  expect(stderr).toBe("");
  expect(stdout).toContain("contoso-prod");
  return stdout;
}

const hasColor = (shown: string) => shown.split("\u001b[").some((part) => /^\d+(?:;\d+)*m/.test(part));

test("the list has colors in a terminal, and none with NO_COLOR", () => {
  expect(hasColor(shownWith({}))).toBe(true);
  expect(hasColor(shownWith({ NO_COLOR: "1" }))).toBe(false);
});
