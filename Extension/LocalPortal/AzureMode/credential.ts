import {
  AzureCliCredential,
  AzureDeveloperCliCredential,
  AzurePowerShellCredential,
  ChainedTokenCredential,
  DefaultAzureCredential,
  EnvironmentCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredentialOptions,
} from "@azure/identity";
import type { TokenCredential } from "@azure/core-auth";
import type { TlsSettings } from "@azure/core-rest-pipeline";
import { clouds, type Cloud } from "./clouds";
import { isOnPath } from "./isOnPath";

/**
 * The signed-in account. `AZURE_TOKEN_CREDENTIALS` names the credentials to try, as `DefaultAzureCredential` has it, and `AZURE_AUTHORITY_HOST`
 * another authority than the cloud's. Without it, only what this machine is set up for is asked: asking everything that could be
 * takes half a minute on a laptop without a sign-in. With a tenant the tokens are asked of that one.
 */
export function createCredential(cloud: Cloud, tenantId?: string, tls?: TlsSettings): TokenCredential {
  const authorityHost = process.env.AZURE_AUTHORITY_HOST || cloud.authority;
  const options = {
    authorityHost,
    // Only Microsoft's authorities are known to Microsoft's directory of them.
    disableInstanceDiscovery: Object.values(clouds).every(({ authority }) => authority !== authorityHost),
    ...(tenantId === undefined ? {} : { tenantId, additionallyAllowedTenants: [tenantId] }),
    ...(tls ? { tlsOptions: tls } : {}),
  };
  return process.env.AZURE_TOKEN_CREDENTIALS
    ? new DefaultAzureCredential(options)
    : new ChainedTokenCredential(...machineCredentials(options), developerCredential(options));
}

/** What environment variables say that this machine signs in with. Not the identity of a virtual machine: nothing says that it has one. */
function machineCredentials(options: TokenCredentialOptions): readonly TokenCredential[] {
  const {
    AZURE_CLIENT_ID,
    AZURE_TENANT_ID,
    AZURE_CLIENT_SECRET,
    AZURE_CLIENT_CERTIFICATE_PATH,
    AZURE_FEDERATED_TOKEN_FILE,
    IDENTITY_ENDPOINT,
    MSI_ENDPOINT,
  } = process.env;
  const isClient = AZURE_CLIENT_ID && AZURE_TENANT_ID;
  return [
    ...(isClient && (AZURE_CLIENT_SECRET || AZURE_CLIENT_CERTIFICATE_PATH)
      ? [new EnvironmentCredential(options)]
      : []),
    ...(isClient && AZURE_FEDERATED_TOKEN_FILE ? [new WorkloadIdentityCredential(options)] : []),
    ...(IDENTITY_ENDPOINT || MSI_ENDPOINT
      ? [
          new ManagedIdentityCredential({
            ...options,
            ...(AZURE_CLIENT_ID ? { clientId: AZURE_CLIENT_ID } : {}),
          }),
        ]
      : []),
  ];
}

/** The first of the tools that developers sign in with that is installed; the Azure CLI, which says that it is missing, if none is. */
function developerCredential(options: TokenCredentialOptions): TokenCredential {
  if (isOnPath("az")) {
    return new AzureCliCredential(options);
  }
  if (isOnPath("pwsh") || isOnPath("powershell")) {
    return new AzurePowerShellCredential(options);
  }
  return isOnPath("azd") ? new AzureDeveloperCliCredential(options) : new AzureCliCredential(options);
}
