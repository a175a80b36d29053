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
import { clouds } from "./clouds";
import type { Cloud } from "./registeredCloud";
import { isOnPath } from "./isOnPath";
import { withReason } from "./withReason";
import { withinLimit, type SignInTool } from "./withinLimit";

/** For a tool to give a token, in milliseconds. On a slow laptop, the Azure CLI and PowerShell take ten seconds to start. */
const toolLimit = 20_000;

/**
 * The signed-in account. `AZURE_TOKEN_CREDENTIALS` names the credentials to try, as `DefaultAzureCredential` has it, and `AZURE_AUTHORITY_HOST`
 * another authority than the cloud's. Without it, only what this machine is set up for is asked: asking everything that could be
 * takes half a minute on a laptop without a sign-in. With a tenant the tokens are asked of that one. A tool that doesn't answer within
 * `limit` milliseconds is ended, and the credential rejects with `AzureProblem`.
 */
export function createCredential(
  cloud: Cloud,
  tenantId?: string,
  tls?: TlsSettings,
  limit = toolLimit,
): TokenCredential {
  const authorityHost = process.env.AZURE_AUTHORITY_HOST || cloud.authority;
  const options = {
    authorityHost,
    // Only Microsoft's authorities are known to Microsoft's directory of them.
    disableInstanceDiscovery: Object.values(clouds).every(({ authority }) => authority !== authorityHost),
    ...(tenantId === undefined ? {} : { tenantId, additionallyAllowedTenants: [tenantId] }),
    ...(tls ? { tlsOptions: tls } : {}),
    processTimeoutInMs: limit,
  };
  const chosen = process.env.AZURE_TOKEN_CREDENTIALS;
  if (chosen) {
    const tool = Object.entries(tools).find(([name]) => name.toLowerCase() === chosen.toLowerCase())?.[1];
    const credential = new DefaultAzureCredential(options);
    return tool ? withinLimit(credential, tool, limit) : credential;
  }
  return new ChainedTokenCredential(...machineCredentials(options), developerCredential(options));
}

/** By the names of their credentials, which `AZURE_TOKEN_CREDENTIALS` takes too. */
const tools = {
  AzureCliCredential: { name: "The Azure CLI", command: "az account get-access-token" },
  AzurePowerShellCredential: { name: "Azure PowerShell", command: "Get-AzAccessToken" },
  AzureDeveloperCliCredential: { name: "The Azure Developer CLI", command: "azd auth token" },
} as const satisfies Readonly<Record<string, SignInTool>>;

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
function developerCredential(
  options: TokenCredentialOptions & { readonly processTimeoutInMs: number; readonly tenantId?: string },
): TokenCredential {
  const { processTimeoutInMs: limit } = options;
  if (!isOnPath("az") && (isOnPath("pwsh") || isOnPath("powershell"))) {
    return withinLimit(new AzurePowerShellCredential(options), tools.AzurePowerShellCredential, limit);
  }
  if (!isOnPath("az") && isOnPath("azd")) {
    return withinLimit(new AzureDeveloperCliCredential(options), tools.AzureDeveloperCliCredential, limit);
  }
  const cli = withReason(new AzureCliCredential(options), { tenantId: options.tenantId, limit });
  return withinLimit(cli, tools.AzureCliCredential, limit);
}
