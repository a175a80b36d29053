import { placeholder } from "./codeValue";

/** A parameter of a policy, as JSON. */
type PolicyValue =
  boolean | number | string | readonly PolicyValue[] | { readonly [name: string]: PolicyValue };

type PolicyValues = Readonly<Record<string, PolicyValue>>;

/** How a built-in policy about containers is to be assigned. All of them take `effect`: Audit, Deny or Disabled. */
interface BuiltInPolicy {
  readonly policyId: string;
  /** Values of its own parameters; the others keep their defaults. */
  readonly parameters: PolicyValues;
  /** The values depend on what runs in the cluster: the policy should only audit until they are chosen. */
  readonly needsChoice: boolean;
}

const policy = (policyId: string, parameters: PolicyValues = {}): BuiltInPolicy => ({
  policyId,
  parameters,
  needsChoice: false,
});
const choice = (policyId: string, parameters: PolicyValues): BuiltInPolicy => ({
  policyId,
  parameters,
  needsChoice: true,
});

/** By key of the recommendation. Parameters as in the definitions of Azure/azure-policy (mode Microsoft.Kubernetes.Data). */
export const builtInPolicies: ReadonlyMap<string, BuiltInPolicy> = new Map([
  [
    "405c9ae6-49f9-46c4-8873-a86690f27818",
    choice("e345eecc-fa47-480f-9e88-67dcc122b164", { cpuLimit: "1", memoryLimit: "1Gi" }),
  ],
  [
    "8d244d29-fa00-4332-b935-c3a51d525417",
    choice("febd0533-8e55-448f-b837-bd0e06f16469", {
      allowedContainerImagesRegex: `^${placeholder}\\.azurecr\\.io/.+$`,
    }),
  ],
  ["802c0637-5a8c-4c98-abd7-7c96d89d6010", policy("47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8")],
  [
    "86f91051-9d6a-47c3-a07f-bd14cb214b45",
    policy("511f5417-5d12-434d-ab2e-816901e72a5e", { allowedProfiles: ["runtime/default"] }),
  ],
  ["43dc2a2e-ce69-4d42-923e-ab7d136f2cfe", policy("1c6e92c9-99f0-4e55-9cf2-0c234dc48f99")],
  ["27d6f0e9-b4d5-468b-ae7e-03d5473fd864", policy("df49d893-a74c-421d-bc95-c663042e5b80")],
  ["c6d87087-9ebe-b31f-b452-0bf3bbbaccd2", policy("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d")],
  ["32060ac3-f17f-4848-db8e-e7cf2c9a53eb", policy("423dd1ba-798e-40e4-9c4d-b6902674b423")],
  ["aba14f78-27c5-af84-848e-9105d18dfd92", policy("d2e7ea85-6b44-4317-a0be-1b951587f626")],
  ["ff87e0b4-17df-d338-5b19-80e71e0dcc9d", policy("9f061a12-e40d-4183-a00e-171812443373")],
  [
    "11c95609-3553-430d-b788-fd41cde8b2db",
    policy("c26596ff-4d70-4e6a-9a30-c2506bd2f80c", {
      allowedCapabilities: [],
      requiredDropCapabilities: ["ALL"],
    }),
  ],
  ["5d90913f-a1c5-4429-ad54-2c6c17fb3c73", policy("95edb821-ddaf-4404-9732-666045e056b4")],
  [
    "9b795646-9130-41a4-90b7-df9eae2437c8",
    policy("f06ddb64-5fa3-4b77-b166-acb36f7f6042", { runAsUserRule: "MustRunAsNonRoot" }),
  ],
  [
    "add45209-73f6-4fa5-a5a5-74a451b07fbe",
    choice("233a2a17-77ca-4fb1-9b6b-69223d272a44", { allowedServicePortsList: ["443"] }),
  ],
  [
    "ebc68898-5c0f-4353-a426-4a5f1e737b12",
    policy("82985f06-dc18-4a48-bc1c-b9f4f0098cfe", { allowHostNetwork: false, allowedHostPorts: [] }),
  ],
  [
    "f0debc84-981c-4a0d-924d-aa4bd7d55fef",
    policy("098fc59e-46c7-4d99-9b16-64990e543d75", { allowedHostPaths: { paths: [] } }),
  ],
]);
