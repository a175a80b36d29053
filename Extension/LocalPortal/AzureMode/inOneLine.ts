import { CommandLineError } from "../../CommandLine/commandLine";
import { AzureProblem } from "./azureProblem";

/** For commands: an {@link AzureProblem} becomes a {@link CommandLineError}, which ends them with its one line. */
export async function inOneLine<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof AzureProblem ? new CommandLineError(error.message) : error;
  }
}
