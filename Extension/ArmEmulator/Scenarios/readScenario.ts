import { CommandLineError, type CommandLine } from "../../CommandLine/commandLine";
import { scenarioNames, type ScenarioName } from "./scenarioNames";

/** The flag that names a scenario. */
export const scenarioFlag = "scenario";

/** The scenario that the command line names; without one it is the busy cluster. Throws {@link CommandLineError}. */
export function readScenario({ texts }: CommandLine): ScenarioName {
  const name = texts[scenarioFlag] ?? "busy";
  if (!isScenarioName(name)) {
    throw new CommandLineError(`Unknown scenario '${name}'. Known: ${scenarioNames.join(", ")}.`);
  }
  return name;
}

function isScenarioName(name: string): name is ScenarioName {
  return (scenarioNames as readonly string[]).includes(name);
}
