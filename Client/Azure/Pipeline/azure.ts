import type { TokenCredential } from "@azure/core-auth";
import type { ContainerServiceClient } from "@azure/arm-containerservice";
import type { PolicyClient } from "@azure/arm-policy";
import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import type { SecurityCenter } from "@azure/arm-security";
import { ServiceClient } from "@azure/core-client";
import {
  bearerTokenAuthenticationPolicyName,
  type HttpClient,
  type Pipeline,
} from "@azure/core-rest-pipeline";
import { armOrigin } from "../../Core/armUrl";
import { loadCode } from "../../Core/loadCode";
import { once } from "../../Core/once";
import { apiVersions } from "./arm";
import { armOriginPolicy } from "./armOriginPolicy";
import { jsonObjectPolicy } from "./jsonObjectPolicy";
import { quotaPolicy } from "./quotaPolicy";
import { bodyTextPolicy } from "./responseBody";
import { retryPolicy } from "./retryPolicy";
import { timeoutPolicy } from "./timeoutPolicy";
import { systemClock, type Clock } from "./waiting";

/** The SDK clients, all with the same transport and the same manners on faults. */
export interface Azure {
  readonly resourceGraph: ResourceGraphClient;
  /** For ARM operations that no other client has. (The others overwrite the api-version of every request with their own.) */
  readonly arm: ServiceClient;
  /** What those who wait between calls wait by. */
  readonly clock: Clock;
  /** Loaded on first use: its bundle is half of everything else together. */
  security(): Promise<SecurityCenter>;
  /** Loaded on first use. */
  containerService(): Promise<ContainerServiceClient>;
  /** Loaded on first use. */
  policy(): Promise<PolicyClient>;
}

interface AzureOptions {
  readonly httpClient: HttpClient;
  readonly subscriptionId: string;
  /** Time and chance; only tests pass their own. */
  readonly clock?: Clock;
  readonly random?: () => number;
  /** How long one try may take, in seconds; absent: a minute. */
  readonly secondsPerTry?: number;
}

const credentialScopes = `${armOrigin}/.default`;

/** Builds the SDK clients. The only place that does. */
export function createAzure(options: AzureOptions): Azure {
  const { httpClient, subscriptionId, clock = systemClock } = options;
  const prepare = <C extends { readonly pipeline: Pipeline }>(client: C): C => {
    configurePipeline(client.pipeline, options);
    return client;
  };
  const resourceGraph = prepare(
    new ResourceGraphClient(hostCredential, { httpClient, apiVersion: apiVersions.resourceGraph }),
  );
  return {
    resourceGraph,
    arm: prepare(
      new ServiceClient({ credential: hostCredential, endpoint: armOrigin, credentialScopes, httpClient }),
    ),
    security: once(async () => {
      const { SecurityCenter } = await loadCode(() => import("@azure/arm-security"));
      return prepare(new SecurityCenter(hostCredential, subscriptionId, { httpClient }));
    }),
    containerService: once(async () => {
      const { ContainerServiceClient } = await loadCode(() => import("@azure/arm-containerservice"));
      const apiVersion = apiVersions.upgradeNodeImage;
      const client = prepare(
        new ContainerServiceClient(hostCredential, subscriptionId, { httpClient, apiVersion }),
      );
      client.pipeline.addPolicy(bodyTextPolicy(), {
        afterPhase: "Retry",
        afterPolicies: ["jsonObjectPolicy"],
      });
      return client;
    }),
    policy: once(async () => {
      const { PolicyClient } = await loadCode(() => import("@azure/arm-policy"));
      return prepare(new PolicyClient(hostCredential, subscriptionId, { httpClient }));
    }),
    clock,
  };
}

function configurePipeline(
  pipeline: Pipeline,
  { clock = systemClock, random = Math.random, secondsPerTry = 60 }: AzureOptions,
): void {
  pipeline.removePolicy({ phase: "Retry" });
  // The host authorizes. On a claims challenge this one would only send the same request again.
  pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
  pipeline.addPolicy(retryPolicy(clock, random), { phase: "Retry" });
  const perTry = { afterPhase: "Retry" } as const;
  pipeline.addPolicy(quotaPolicy(clock), perTry);
  pipeline.addPolicy(timeoutPolicy(secondsPerTry), { ...perTry, afterPolicies: ["quotaPolicy"] });
  pipeline.addPolicy(armOriginPolicy(), { ...perTry, afterPolicies: ["timeoutPolicy"] });
  pipeline.addPolicy(jsonObjectPolicy(), { ...perTry, afterPolicies: ["armOriginPolicy"] });
}

/**
 * What the SDK clients are given to sign with. It is not a secret: the host authorizes each request itself, and
 * {@link createHostHttpClient} drops the header that the clients make of it.
 */
const hostCredential: TokenCredential = {
  getToken: () =>
    Promise.resolve({ token: "authorized-by-the-host", expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};
