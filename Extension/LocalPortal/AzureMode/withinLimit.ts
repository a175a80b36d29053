import type { TokenCredential } from "@azure/core-auth";
import { format } from "../../../Client/Core/format";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";

/** A tool that developers sign in with. `command`: what shows by itself why it gives no token. */
export interface SignInTool {
  readonly name: string;
  readonly command: string;
}

/** Timers may fire this much early, in milliseconds. */
const tolerance = 50;

/**
 * The credential of a tool that is ended after a limit in milliseconds. The SDK reports what an ended tool had printed by then, which
 * is mostly nothing. This one rejects with {@link AzureProblem}, which says that the tool hangs.
 */
export function withinLimit(credential: TokenCredential, tool: SignInTool, limit: number): TokenCredential {
  return {
    async getToken(scopes, options) {
      const start = performance.now();
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        if (performance.now() - start < limit - tolerance) {
          throw error;
        }
        const text = format(AzureMode.toolHangs, tool.name, limit / 1000, tool.command);
        throw new AzureProblem("notSignedIn", text);
      }
    },
  };
}
