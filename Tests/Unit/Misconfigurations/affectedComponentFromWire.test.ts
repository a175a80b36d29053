import {
  affectedComponentFromWire,
  affectedComponentsFromWire,
} from "../../../Client/Misconfigurations/affectedComponentFromWire";
import type { JsonRecord } from "../../../Client/Core/json";

const pod = { namespace: "shop", kind: "Pod", name: "cart-1" };

/** Shapes of ../shared/facts/real-data.md, section 4; names made up. */
test.each<[string, JsonRecord, JsonRecord]>([
  ["a pod", { componentId: "shop/cart-1", componentName: "cart-1", componentType: "pod" }, pod],
  ["the component of an expanded state", { id: "shop/cart-1", name: "cart-1", type: "pod" }, pod],
  [
    "a namespace called after a kind in the plural",
    { componentId: "jobs/nightly-28", componentName: "nightly-28", componentType: "pod" },
    { namespace: "jobs", kind: "Pod", name: "nightly-28" },
  ],
  [
    "a namespace called after a kind",
    { id: "service/front", name: "front", type: "ingress" },
    { namespace: "service", kind: "Ingress", name: "front" },
  ],
  ["an ingress", { id: "web/front", name: "front", type: "ingress" }, { kind: "Ingress", name: "front" }],
  ["another spelling", { id: "shop/cart-1", name: "cart-1", type: "POD" }, pod],
  ["in the plural", { id: "shop/cart-1", name: "cart-1", type: "pods" }, pod],
  [
    "another plural",
    { id: "shop/deny", name: "deny", type: "NetworkPolicies" },
    { namespace: "shop", kind: "NetworkPolicy", name: "deny" },
  ],
  ["in PascalCase", { ComponentId: "shop/cart-1", ComponentName: "cart-1", ComponentType: "pod" }, pod],
  [
    "a kind of several words",
    { id: "ci/runner", name: "runner", type: "serviceaccount" },
    { namespace: "ci", kind: "ServiceAccount", name: "runner" },
  ],
  [
    "a custom resource, as the service spells it",
    { id: "mesh/gate", name: "gate", type: "virtualservice" },
    { namespace: "mesh", kind: "virtualservice", name: "gate" },
  ],
  [
    "what has no namespace",
    { componentId: "shop", componentName: "shop", componentType: "namespace" },
    { namespace: undefined, kind: "Namespace", name: "shop" },
  ],
  [
    "the same after a slash",
    { componentId: "/shop", componentName: "shop", componentType: "namespace" },
    { namespace: undefined, kind: "Namespace", name: "shop" },
  ],
  ["the id alone", { componentId: "shop/cart-1", componentType: "pod" }, pod],
  ["the name alone", { componentName: "cart-1", componentType: "pod" }, { ...pod, namespace: undefined }],
  [
    "an id of more parts: the namespace stays unknown",
    { componentId: "a/b/cart-1", componentName: "cart-1", componentType: "pod" },
    { ...pod, namespace: undefined },
  ],
  [
    "an id of another object: the namespace stays unknown",
    { componentId: "shop/else", componentName: "cart-1", componentType: "pod" },
    { ...pod, namespace: undefined },
  ],
  ["no type", { componentId: "shop/cart-1", componentType: null }, { ...pod, kind: undefined }],
])("a component is read from %s", (_, record, expected) => {
  expect(affectedComponentFromWire(record)).toMatchObject({ item: expected });
});

test("rows of the cluster as a whole are neither components nor gaps", () => {
  const whole = [
    { componentId: "*", componentName: "*", componentType: "*" },
    { id: "*", name: "*", type: "*" },
    { componentId: "shop/*", componentName: "*", componentType: "pod" },
  ];
  expect(affectedComponentsFromWire(whole)).toEqual({ items: [], gaps: [] });
});

test.each<unknown>([null, 7, "x", [], {}, { componentId: "", componentName: " " }, { componentName: [] }])(
  "%j names no component and is a gap",
  (value) => {
    expect(affectedComponentFromWire(value)).toMatchObject({
      rowError: { kind: "unexpected", message: expect.stringContaining("componentName") as string },
    });
  },
);

test("a component that two assignments report is listed once", () => {
  const record = { componentId: "shop/cart-1", componentName: "cart-1", componentType: "pod" };
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
      expect(Object.keys(mapped)).toEqual([expect.stringMatching(/^(item|rowError)$/)]);
      expect("rowError" in mapped || mapped.item.name !== "").toBe(true);
    }
  }
});
