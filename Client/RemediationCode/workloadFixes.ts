import { placeholder } from "../Core/codeValue";
import { Comments } from "./Comments.resjson";
import type { YamlObject } from "./yamlText";

/** How a recommendation is met in the manifest of what runs in the cluster. */
export interface WorkloadFix {
  /** Part of the pod's spec. */
  readonly pod?: YamlObject;
  /** Part of each affected container. */
  readonly container?: YamlObject;
  readonly comments?: readonly string[];
}

/** Fields of core/v1 PodSpec and Container, by key of the recommendation. `null` in a strategic merge takes a field away. */
export const workloadFixes: ReadonlyMap<string, WorkloadFix> = new Map<string, WorkloadFix>([
  [
    "405c9ae6-49f9-46c4-8873-a86690f27818",
    {
      container: { resources: { limits: { cpu: "500m", memory: "512Mi" } } },
      comments: [Comments.limitValues],
    },
  ],
  [
    "8d244d29-fa00-4332-b935-c3a51d525417",
    {
      container: { image: `${placeholder}.azurecr.io/${placeholder}:${placeholder}` },
      comments: [Comments.imageChoice],
    },
  ],
  [
    "802c0637-5a8c-4c98-abd7-7c96d89d6010",
    {
      pod: { hostPID: false, hostIPC: false, hostNetwork: false },
      comments: [Comments.hostNamespaces],
    },
  ],
  [
    "86f91051-9d6a-47c3-a07f-bd14cb214b45",
    {
      container: { securityContext: { appArmorProfile: { type: "RuntimeDefault" } } },
      comments: [Comments.appArmor],
    },
  ],
  [
    "43dc2a2e-ce69-4d42-923e-ab7d136f2cfe",
    { container: { securityContext: { allowPrivilegeEscalation: false } } },
  ],
  [
    "27d6f0e9-b4d5-468b-ae7e-03d5473fd864",
    {
      container: { securityContext: { readOnlyRootFilesystem: true } },
      comments: [Comments.rootFileSystem],
    },
  ],
  [
    "32060ac3-f17f-4848-db8e-e7cf2c9a53eb",
    { pod: { automountServiceAccountToken: false }, comments: [Comments.serviceAccountToken] },
  ],
  [
    "aba14f78-27c5-af84-848e-9105d18dfd92",
    {
      container: { securityContext: { capabilities: { add: null } } },
      comments: [Comments.addedCapabilities],
    },
  ],
  [
    "11c95609-3553-430d-b788-fd41cde8b2db",
    {
      container: { securityContext: { capabilities: { add: null, drop: ["ALL"] } } },
      comments: [Comments.addedCapabilities],
    },
  ],
  ["5d90913f-a1c5-4429-ad54-2c6c17fb3c73", { container: { securityContext: { privileged: false } } }],
  [
    "9b795646-9130-41a4-90b7-df9eae2437c8",
    { container: { securityContext: { runAsNonRoot: true } }, comments: [Comments.notRoot] },
  ],
  [
    "ebc68898-5c0f-4353-a426-4a5f1e737b12",
    {
      pod: { hostNetwork: false },
      container: { ports: [{ containerPort: 8080, hostPort: null }] },
      comments: [Comments.hostPorts],
    },
  ],
  [
    "f0debc84-981c-4a0d-924d-aa4bd7d55fef",
    {
      pod: { volumes: [{ name: placeholder, hostPath: null, emptyDir: {} }] },
      comments: [Comments.hostPath],
    },
  ],
]);
