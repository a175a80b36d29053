import { DefaultAzureCredential, type DefaultAzureCredentialOptions } from "@azure/identity";
import type { TokenCredential } from "@azure/core-auth";
import type { TlsSettings } from "@azure/core-rest-pipeline";
import { clouds, type Cloud } from "./clouds";

/**
 * Whoever is signed in: environment variables, workload identity, managed identity, or a developer's tool such as `az login`.
 * `AZURE_TOKEN_CREDENTIALS` names one of them, `AZURE_AUTHORITY_HOST` another authority than the cloud's. With a tenant the tokens
 * are asked of that one.
 */
export function createCredential(cloud: Cloud, tenantId?: string, tls?: TlsSettings): TokenCredential {
  const authorityHost = process.env.AZURE_AUTHORITY_HOST || cloud.authority;
  const options: DefaultAzureCredentialOptions = {
    authorityHost,
    // Only Microsoft's authorities are known to Microsoft's directory of them.
    disableInstanceDiscovery: Object.values(clouds).every(({ authority }) => authority !== authorityHost),
    ...(tenantId === undefined ? {} : { tenantId, additionallyAllowedTenants: [tenantId] }),
    ...(tls ? { tlsOptions: tls } : {}),
  };
  return new DefaultAzureCredential(options);
}
