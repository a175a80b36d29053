const subscription = "11111111-1111-4111-8111-111111111111";

/** The id of a cluster with one part of it replaced. */
export function clusterIdWith(
  over: { readonly subscription?: string; readonly group?: string; readonly name?: string } = {},
): string {
  const { subscription: of = subscription, group = "shop", name = "prod" } = over;
  return `/subscriptions/${of}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`;
}

/** Parts of an id that lead elsewhere in a URL, in a query or in a shell, or that two services read in two ways. */
export const hostileParts = [
  "",
  ".",
  "..",
  "a/..",
  "..%2f..",
  "%2e%2e",
  "sh%6fp",
  "shop%20",
  "shop%00",
  "shop?api-version=2099-01-01&x=",
  "shop?api-version=2099-01-01",
  "shop&api-version=2099-01-01",
  "shop#",
  "shop#/providers/x",
  "shop;x",
  "shop:80",
  "shop@evil.example",
  "shop\\..\\x",
  "shop\n",
  "shop\t",
  "shop\u0000",
  "shop ",
  "sh op",
  "shop.",
  "sho\u212a", // The Kelvin sign, whose small letter is a k.
  "\u0130d",
  "shop\u202e",
  "shop\u200b",
  "shop\ufeff",
  "shop\ufe0f", // A mark without a shape.
  "shop\u034f",
  "shop\u3164", // A letter without one.
  "\u115fshop",
  "\ud800",
  "shop'",
  "shop\"' or true //",
  "$(touch pwned)",
  "`touch pwned`",
  "@/etc/passwd",
  "{subscriptionId}",
  "<b>shop</b>",
  "a".repeat(91),
] as const;

/** Names that a resource group may have. */
export const groupNames = [
  "g",
  "MC_rg_aks_westeurope",
  "a".repeat(90),
  "(x)_-.y",
  "-",
  "größe",
  "名前-ё",
  "1",
] as const;

/** Names that a cluster may have. */
export const clusterNames = ["a", "A1", "a-b_c", "a".repeat(63), "9x9"] as const;

/** Whole ids that are none of a cluster's. */
export const hostileIds = [
  "",
  "/",
  "//evil.example/x",
  "https://management.azure.com" + clusterIdWith(),
  clusterIdWith() + "?x",
  clusterIdWith() + "#",
  clusterIdWith() + "//",
  clusterIdWith() + "/%2e%2e/x",
  clusterIdWith() + clusterIdWith(),
  clusterIdWith().replace("/resourceGroups", "//resourceGroups"),
  clusterIdWith().replace("subscriptions", "\u017fubscriptions"), // A long s.
  clusterIdWith().replace("managedClusters", "managedCluster\u017f"),
  clusterIdWith().replace("providers", "providers/../providers"),
  clusterIdWith().replace("/", "\\"),
  clusterIdWith({ subscription: "1" }),
  clusterIdWith({ subscription: `${subscription}\n` }),
  clusterIdWith({ subscription: `{${subscription}}` }),
  clusterIdWith({ subscription: subscription.replaceAll("-", "") }),
  clusterIdWith({ name: "-a" }),
  clusterIdWith({ name: "a-" }),
  clusterIdWith({ name: "a.b" }),
  clusterIdWith({ name: "a".repeat(64) }),
  clusterIdWith({ name: "größe" }),
  ...hostileParts.flatMap((part) => [clusterIdWith({ group: part }), clusterIdWith({ name: part })]),
] as const;
