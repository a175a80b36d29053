import { format } from "../../Client/Core/format";
import { scenarioNames } from "../ArmEmulator/Scenarios/scenarioNames";
import { scenarioFlag } from "../ArmEmulator/Scenarios/readScenario";
import type { CommandSpec, Flag } from "../CommandLine/commandLine";
import { Program as Text } from "./Program.resjson";

const or = new Intl.ListFormat("en-US", { type: "disjunction" });
const scenario: Flag = {
  name: scenarioFlag,
  value: "name",
  about: format(Text.scenarioFlag, or.format(scenarioNames)),
};
const cluster: Flag = { name: "cluster", value: "id", about: Text.clusterFlag };
const cloud: Flag = { name: "cloud", value: "name", about: Text.cloudFlag };
const tenant: Flag = { name: "tenant", value: "id", about: Text.tenantFlag };

/** `start`, the usual command: the local portal, on the emulator or on a real cluster. */
export const startSpec = {
  name: "start",
  about: Text.startAbout,
  port: 3000,
  flags: [
    scenario,
    cluster,
    { name: "pick", about: Text.pickFlag },
    { name: "read-only", about: Text.readOnlyFlag },
    cloud,
    tenant,
    { name: "no-open", about: Text.noOpenFlag },
  ],
  examples: [
    "aks-security-dashboard",
    "aks-security-dashboard --scenario plan-off",
    "aks-security-dashboard --pick --read-only",
  ],
} satisfies CommandSpec;

/** `report`: all findings of a cluster as a file, without a browser. */
export const reportSpec = {
  name: "report",
  about: Text.reportAbout,
  flags: [
    scenario,
    cluster,
    cloud,
    tenant,
    { name: "format", value: "csv|cyclonedx|html|json|markdown|openvex|sarif", about: Text.formatFlag },
    { name: "json", about: Text.jsonReportFlag },
    { name: "out", value: "file", about: Text.outFlag },
    { name: "cves", about: Text.cvesFlag },
  ],
  examples: [
    "aks-security-dashboard report --cluster ID",
    "aks-security-dashboard report --cluster ID --json --out - | jq .complete",
  ],
  notes: [Text.reportExits],
} satisfies CommandSpec;

/** `doctor`: what is needed for what, and the one next step. */
export const doctorSpec = {
  name: "doctor",
  about: Text.doctorAbout,
  flags: [
    { name: "for", value: "task", isRepeatable: true, about: Text.forFlag },
    { name: "json", about: Text.jsonDoctorFlag },
  ],
  examples: ["aks-security-dashboard doctor", "aks-security-dashboard doctor --for azure"],
  notes: [Text.doctorExits],
} satisfies CommandSpec;

/** `arm`: the ARM emulator alone. */
export const armSpec = {
  name: "arm",
  about: Text.armAbout,
  port: 8001,
  flags: [scenario, { name: "tls", about: Text.tlsFlag }],
  examples: ["aks-security-dashboard arm --scenario huge", "aks-security-dashboard arm --tls"],
} satisfies CommandSpec;
