/** One of Azure's clouds: separate accounts, separate hosts. */
export interface Cloud {
  /** As `az cloud list` calls it. */
  readonly name: string;
  /** Origin of Azure Resource Manager. */
  readonly arm: string;
  /** Of the tokens for it. */
  readonly audience: string;
  /** Where tokens come from; `AZURE_AUTHORITY_HOST` has precedence. */
  readonly authority: string;
  /** Origin of the Azure portal. */
  readonly portal: string;
}

export const cloudNames = ["public", "usgov", "china"] as const;

export type CloudName = (typeof cloudNames)[number];

/** Hosts as Azure SDK for .NET has them in ArmEnvironment and `@azure/identity` in AzureAuthorityHosts. */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: {
    name: "AzureCloud",
    arm: "https://management.azure.com",
    audience: "https://management.azure.com",
    authority: "https://login.microsoftonline.com",
    portal: "https://portal.azure.com",
  },
  usgov: {
    name: "AzureUSGovernment",
    arm: "https://management.usgovcloudapi.net",
    audience: "https://management.usgovcloudapi.net",
    authority: "https://login.microsoftonline.us",
    portal: "https://portal.azure.us",
  },
  china: {
    name: "AzureChinaCloud",
    arm: "https://management.chinacloudapi.cn",
    audience: "https://management.chinacloudapi.cn",
    authority: "https://login.chinacloudapi.cn",
    portal: "https://portal.azure.cn",
  },
};

export function isCloudName(text: string): text is CloudName {
  return cloudNames.some((name) => name === text);
}
