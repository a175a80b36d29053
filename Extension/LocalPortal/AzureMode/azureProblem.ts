import { withoutSecrets } from "../Gate/refusal";

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
