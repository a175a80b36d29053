import {
  containerIdParts,
  isContainerId,
  type ContainerIdParts,
} from "../../../Client/Vulnerabilities/containerId";

const nothing: ContainerIdParts = { namespace: undefined, pod: undefined, container: undefined };
const parts = (namespace?: string, pod?: string, container?: string): ContainerIdParts => ({
  namespace,
  pod,
  container,
});

test.each<[string, ContainerIdParts, ContainerIdParts]>([
  ["namespace-shop-pod-web-*-*-container-web", nothing, parts("shop", "web-*-*", "web")],
  ["NAMESPACE-shop-POD-agent-*-CONTAINER-Agent", nothing, parts("shop", "agent-*", "agent")],
  // The asterisks are the pod's: nothing before them is the container's, nothing behind them the namespace's.
  ["namespace-a-pod-b-*-container-c-container-d", nothing, parts("a", "b-*", "c-container-d")],
  ["namespace-a-container-b-pod-c-*-container-d", nothing, parts("a-container-b", "c-*", "d")],
  ["namespace-pod-pod-pod-*-container-container", nothing, parts("pod", "pod-*", "container")],
  // Both read the same before the pattern: only the container is certain.
  ["namespace-a-pod-b-pod-c-*-*-container-d", nothing, parts(undefined, undefined, "d")],
  ["namespace-a-pod-b-pod-c-*-*-container-d", parts("a"), parts("a", "b-pod-c-*-*", "d")],
  ["namespace-a-pod-b-pod-c-*-*-container-d", parts("A-POD-B"), parts("a-pod-b", "c-*-*", "d")],
  ["namespace-a-pod-b-pod-c-*-*-container-d", parts(undefined, "c-*-*"), parts("a-pod-b", "c-*-*", "d")],
  // Without a pattern even the container is uncertain, until it is known.
  ["namespace-a-pod-b-container-c-container-d", nothing, parts("a")],
  [
    "namespace-a-pod-b-container-c-container-d",
    parts(undefined, undefined, "d"),
    parts("a", "b-container-c", "d"),
  ],
  // What contradicts what is known says nothing at all.
  ["namespace-a-pod-b-*-container-c", parts("x"), nothing],
  ["namespace-a-pod-b-*-container-c", parts(undefined, undefined, "other"), nothing],
  ["namespace-a-pod--container-c", nothing, nothing],
  ["namespace--pod-b-*-container-c", nothing, nothing],
  ["namespace-a-container-c-pod-b", nothing, nothing],
  ["shop.deployment.cart", nothing, nothing],
  ["", nothing, nothing],
])("%s, knowing %j", (segment, known, expected) => {
  expect(containerIdParts(segment, known)).toEqual(expected);
});

test.each([
  [
    "/subscriptions/11111111-1111-4111-8111-111111111111/x/securityEntityData/namespace-a-pod-b-container-c",
    true,
  ],
  ["/subscriptions/11111111-1111-4111-8111-111111111111/x/securityentitydata/namespace-a/more", false],
  ["/subscriptions/11111111-1111-4111-8111-111111111111/x", false],
])("whether %s is a container", (id, expected) => {
  expect(isContainerId(id)).toBe(expected);
});
