/** A built-in recommendation about an AKS cluster, as published in January 2025. */
export interface Recommendation {
  readonly key: string;
  readonly title: string;
  readonly severity: "High" | "Medium" | "Low";
  /** About the cluster as a resource, or about what runs in it (found by the Azure Policy add-on). */
  readonly level: "cluster" | "container";
  readonly policyId: string;
}

type Row = readonly [
  key: string,
  title: string,
  severity: Recommendation["severity"],
  level: Recommendation["level"],
  policyId: string,
];

// prettier-ignore
const rows: readonly Row[] = [
  ["56a83a6e-c417-42ec-b567-1e6fcb3d09a9", "Azure Kubernetes Service clusters should have Defender profile enabled", "High", "cluster", "a1840de2-8088-4ea8-b153-b4c723e9cb01"],
  ["08e628db-e2ed-4793-bc91-d13e684401c3", "Azure Kubernetes Service clusters should have the Azure Policy add-on for Kubernetes installed", "High", "cluster", "0a15ec92-a229-4763-bb14-0ea34a568f8d"],
  ["405c9ae6-49f9-46c4-8873-a86690f27818", "Container CPU and memory limits should be enforced", "Medium", "container", "e345eecc-fa47-480f-9e88-67dcc122b164"],
  ["8d244d29-fa00-4332-b935-c3a51d525417", "Container images should be deployed from trusted registries only", "High", "container", "febd0533-8e55-448f-b837-bd0e06f16469"],
  ["802c0637-5a8c-4c98-abd7-7c96d89d6010", "Containers sharing sensitive host namespaces should be avoided", "Medium", "container", "47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8"],
  ["86f91051-9d6a-47c3-a07f-bd14cb214b45", "Containers should only use allowed AppArmor profiles", "High", "container", "511f5417-5d12-434d-ab2e-816901e72a5e"],
  ["43dc2a2e-ce69-4d42-923e-ab7d136f2cfe", "Container with privilege escalation should be avoided", "Medium", "container", "1c6e92c9-99f0-4e55-9cf2-0c234dc48f99"],
  ["bb318338-de6a-42ff-8428-8274c897d564", "Diagnostic logs in Kubernetes services should be enabled", "Low", "cluster", "245fc9df-fa96-4414-9a0b-3738c2f7341c"],
  ["27d6f0e9-b4d5-468b-ae7e-03d5473fd864", "Immutable (read-only) root filesystem should be enforced for containers", "Medium", "container", "df49d893-a74c-421d-bc95-c663042e5b80"],
  ["1a2b5b4c-f80d-46e7-ac81-b51a9fb363de", "Kubernetes API server should be configured with restricted access", "High", "cluster", "0e246bcf-5f6f-4f87-bc6f-775d4712c7ea"],
  ["c6d87087-9ebe-b31f-b452-0bf3bbbaccd2", "Kubernetes clusters should be accessible only over HTTPS", "High", "container", "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d"],
  ["32060ac3-f17f-4848-db8e-e7cf2c9a53eb", "Kubernetes clusters should disable automounting API credentials", "High", "container", "423dd1ba-798e-40e4-9c4d-b6902674b423"],
  ["aba14f78-27c5-af84-848e-9105d18dfd92", "Kubernetes clusters should not grant CAPSYSADMIN security capabilities", "High", "container", "d2e7ea85-6b44-4317-a0be-1b951587f626"],
  ["ff87e0b4-17df-d338-5b19-80e71e0dcc9d", "Kubernetes clusters should not use the default namespace", "Low", "container", "9f061a12-e40d-4183-a00e-171812443373"],
  ["11c95609-3553-430d-b788-fd41cde8b2db", "Least privileged Linux capabilities should be enforced for containers", "Medium", "container", "c26596ff-4d70-4e6a-9a30-c2506bd2f80c"],
  ["5d90913f-a1c5-4429-ad54-2c6c17fb3c73", "Privileged containers should be avoided", "Medium", "container", "95edb821-ddaf-4404-9732-666045e056b4"],
  ["b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9", "Role-Based Access Control should be used on Kubernetes Services", "High", "cluster", "ac4a19c2-fa67-49b4-8ae5-0b2e78c49457"],
  ["9b795646-9130-41a4-90b7-df9eae2437c8", "Running containers as root user should be avoided", "High", "container", "f06ddb64-5fa3-4b77-b166-acb36f7f6042"],
  ["add45209-73f6-4fa5-a5a5-74a451b07fbe", "Services should listen on allowed ports only", "Medium", "container", "233a2a17-77ca-4fb1-9b6b-69223d272a44"],
  ["ebc68898-5c0f-4353-a426-4a5f1e737b12", "Usage of host networking and ports should be restricted", "Medium", "container", "82985f06-dc18-4a48-bc1c-b9f4f0098cfe"],
  ["f0debc84-981c-4a0d-924d-aa4bd7d55fef", "Usage of pod HostPath volume mounts should be restricted to a known list to restrict node access from compromised containers", "Medium", "container", "098fc59e-46c7-4d99-9b16-64990e543d75"],
];

export const recommendations: readonly Recommendation[] = rows.map(
  ([key, title, severity, level, policyId]) => ({ key, title, severity, level, policyId }),
);
