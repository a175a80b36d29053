import { format } from "../../../Client/Core/format";
import { CommandLineError } from "../../CommandLine/commandLine";
import { AzureMode } from "./AzureMode.resjson";
import { registeredCloud, type Cloud } from "./registeredCloud";

/** One of Microsoft's own. */
interface MicrosoftCloud extends Cloud {
  /** Origin of the Azure portal. */
  readonly portal: string;
}

const cloudNames = ["public", "usgov"] as const;

type CloudName = (typeof cloudNames)[number];

/** Hosts as Azure SDK for .NET has them in ArmEnvironment and `@azure/identity` in AzureAuthorityHosts. */
export const clouds: Readonly<Record<CloudName, MicrosoftCloud>> = {
  public: {
    name: "AzureCloud",
    arm: "https://management.azure.com",
    audience: "https://management.azure.com",
    authority: "https://login.microsoftonline.com",
    portal: "https://portal.azure.com",
  },
  usgov: {
    name: "AzureUSGovernment",
    arm: "https://management.usgovcloudapi.net",
    audience: "https://management.usgovcloudapi.net",
    authority: "https://login.microsoftonline.us",
    portal: "https://portal.azure.us",
  },
};

/** Clouds without Defender for Cloud, by the day its features were retired there (release notes of 2026-08). */
const retiredOn: ReadonlyMap<string, string> = new Map([["china", "2026-08-18"]]);

/**
 * The cloud that the command line names, for which there is a portal. Throws {@link CommandLineError} for an unknown one, and for one
 * that has no data for the dashboard any more: empty lists would look as if nothing were wrong.
 */
export function readCloudName(text: string): CloudName {
  checkNotRetired(text);
  const name = knownName(text);
  if (name === undefined) {
    throw new CommandLineError(format(AzureMode.unknownCloud, text, cloudNames.join(", ")));
  }
  return name;
}

/** As {@link readCloudName}, but a cloud that was registered with the Azure CLI will do as well. */
export function readCloud(text: string): Cloud {
  checkNotRetired(text);
  const name = knownName(text);
  const cloud = name === undefined ? registeredCloud(text) : clouds[name];
  if (cloud === "noCli") {
    throw new CommandLineError(format(AzureMode.cloudNeedsCli, text, cloudNames.join(", ")));
  }
  if (cloud === undefined) {
    const known = format(AzureMode.registeredClouds, cloudNames.join(", "));
    throw new CommandLineError(format(AzureMode.unknownCloud, text, known));
  }
  return cloud;
}

const knownName = (text: string) => cloudNames.find((one) => one === text);

function checkNotRetired(text: string): void {
  const retired = retiredOn.get(text);
  if (retired !== undefined) {
    throw new CommandLineError(format(AzureMode.retiredCloud, text, retired));
  }
}
