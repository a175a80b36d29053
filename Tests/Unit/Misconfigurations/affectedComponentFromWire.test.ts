import {
  affectedComponentFromWire,
  affectedComponentsFromWire,
} from "../../../Client/Misconfigurations/affectedComponentFromWire";
import type { JsonRecord } from "../../../Client/Domain/json";

const pod = { namespace: "shop", kind: "Pod", name: "cart-1", container: undefined };
const withContainer = { ...pod, container: "cart" };
const unplaced = { namespace: undefined, kind: "Pod", container: undefined };
const cluster =
  "/subscriptions/1/resourceGroups/r/providers/Microsoft.ContainerService/managedClusters/services";

test.each<[string, JsonRecord, JsonRecord]>([
  ["namespace, kind and name", { componentId: "shop/Pod/cart-1" }, pod],
  ["the same after a slash", { componentId: "/shop/Pod/cart-1" }, pod],
  ["namespace and name", { componentId: "shop/cart-1" }, pod],
  ["kind and name", { componentId: "/Pod/cart-1" }, { ...pod, namespace: undefined }],
  ["kind and name of what has no namespace", { componentId: "/namespaces/shop" }, { kind: "Namespace" }],
  ["the same without the slash", { componentId: "namespaces/shop" }, { kind: "Namespace", name: "shop" }],
  ["keys and values", { componentId: "namespaces/shop/pods/cart-1/containers/cart" }, withContainer],
  ["a path of the Kubernetes API", { componentId: "/apis/x/v1/namespaces/shop/pods/cart-1" }, pod],
  ["the same under an ARM id", { componentId: `${cluster}/namespaces/shop/pods/cart-1` }, pod],
  [
    "a kind that we do not know",
    { componentId: "namespaces/shop/gadgets/g" },
    { kind: "gadgets", name: "g" },
  ],
  ["JSON", { componentId: '{"namespace":"shop","name":"cart-1","containerName":"cart"}' }, withContainer],
  ["a Kubernetes object", { componentId: { metadata: { namespace: "shop", name: "cart-1" } } }, pod],
  ["the name, where it says more", { componentId: "7f2c", componentName: "shop/Pod/cart-1" }, pod],
  ["the id, where it says more", { componentId: "shop/Pod/cart-1", componentName: "cart-1" }, pod],
  ["the name, where both say as much", { componentId: "7f2c", componentName: "cart-1" }, { name: "cart-1" }],
  ["JSON of something else", { componentId: '{"a":1}' }, { ...unplaced, name: '{"a":1}' }],
  ["an ARM id of something else", { componentId: cluster }, { ...unplaced, name: cluster }],
  ["text that cannot be split", { componentId: "a/b/c/d" }, { ...unplaced, name: "a/b/c/d" }],
  ["a path that ends in a key", { componentId: "pods/a/b/c/d" }, { ...unplaced, name: "pods/a/b/c/d" }],
  ["a type with its group", { componentId: "shop/cart-1", componentType: "v1/Pod" }, pod],
  ["no type", { componentId: "shop/cart-1", componentType: null }, { ...pod, kind: undefined }],
])("a component is read from %s", (_, record, expected) => {
  expect(affectedComponentFromWire({ componentType: "Pod", ...record })).toMatchObject({ item: expected });
});

test.each<unknown>([null, 7, "x", [], {}, { componentId: "", componentName: " " }, { componentName: [] }])(
  "%j names no component and is a gap",
  (value) => {
    expect(affectedComponentFromWire(value)).toMatchObject({
      gap: { kind: "unexpected", message: expect.stringContaining("componentName") as string },
    });
  },
);

test("a component that two assignments report is listed once", () => {
  const record = { componentId: "shop/Pod/cart-1", componentType: "Pod" };
  const twice = [{ ...record, policyAssignmentId: "a" }, null, { ...record, policyAssignmentId: "b" }];
  expect(affectedComponentsFromWire(twice)).toEqual({ items: [pod], gaps: [expect.anything()] });
});

test("hostile values never throw", () => {
  const texts = ["", "/", "//", "///", "////", "a//b", "/a", "a/", "%", "{", "[]", '{"name":{}}', "🐙/🐙/🐙"];
  const long = ["x".repeat(100_000), "/".repeat(100_000), "[".repeat(100_000), "pods/".repeat(50_000)];
  const others = [null, undefined, 0, NaN, true, [], [null], {}, [[]], { name: 7 }, { metadata: "x" }];
  for (const value of [...texts, ...long, ...others]) {
    for (const key of ["componentId", "componentName", "componentType"]) {
      const mapped = affectedComponentFromWire({ componentId: "shop/a", componentType: "Pod", [key]: value });
      expect(Object.keys(mapped)).toEqual([expect.stringMatching(/^(item|gap)$/)]);
      expect("gap" in mapped || mapped.item.name !== "").toBe(true);
    }
  }
});
