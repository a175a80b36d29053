import { withoutSecrets } from "../Gate/refusal";
import { CommandLineError } from "../../CommandLine/commandLine";

type AzureProblemKind =
  "notSignedIn" | "wrongTenant" | "noCluster" | "noAccess" | "noNetwork" | "clock" | "unexpected";

/** Why Azure cannot be asked; its message says what to do, and is for the terminal and for the page. */
export class AzureProblem extends Error {
  override readonly name = "AzureProblem";

  constructor(
    readonly kind: AzureProblemKind,
    message: string,
  ) {
    super(withoutSecrets(message));
  }
}

/** For commands: an {@link AzureProblem} becomes a {@link CommandLineError}, which ends them with its one line. */
export async function inOneLine<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof AzureProblem ? new CommandLineError(error.message) : error;
  }
}
