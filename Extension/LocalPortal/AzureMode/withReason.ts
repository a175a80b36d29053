import { execFile } from "node:child_process";
import type { TokenCredential } from "@azure/core-auth";

/** What the SDK says of whatever the Azure CLI refuses with the advice to run `az login`: signed out, or with a sign-in that ended. */
const asksToLogin = /Please run 'az login'/;

/**
 * The credential of the Azure CLI, which rejects with what the CLI says when the SDK keeps that to itself (4.13.1): a sign-in that has
 * expired would be told as none. So the CLI is asked once more. `limit` in milliseconds.
 */
export function withReason(
  credential: TokenCredential,
  { tenantId, limit }: { readonly tenantId: string | undefined; readonly limit: number },
): TokenCredential {
  return {
    async getToken(scopes, options) {
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        const message = error instanceof Error ? error.message : "";
        const said = asksToLogin.test(message) ? await saidByCli([scopes].flat()[0], tenantId, limit) : "";
        throw said === "" ? error : new Error(said);
      }
    },
  };
}

function saidByCli(scope = "", tenantId: string | undefined, limit: number): Promise<string> {
  const resource = scope.replace(/\/\.default$/, "");
  const ofTenant = tenantId === undefined ? [] : ["--tenant", tenantId];
  const args = ["account", "get-access-token", "--output", "none", "--resource", resource, ...ofTenant];
  return new Promise((resolve) => {
    // On Windows, `az` is a batch file.
    const options = { timeout: limit, shell: process.platform === "win32" };
    execFile("az", args, options, (_error, _stdout, stderr) => resolve(String(stderr).trim()));
  });
}
