import ipaddr from "ipaddr.js";

const { IPv4 } = ipaddr;

/** What is wrong with a text as a range of IPv4 addresses. */
export type IpRangeProblem = "empty" | "ipv6" | "address" | "prefix";

export interface IpRange {
  /** CIDR notation, beginning with the first address of the range, as AKS wants it. */
  readonly text: string;
  readonly prefix: number;
  /** Whether its addresses are those of private networks, which the public API server never sees. */
  readonly isPrivate: boolean;
  contains(address: string): boolean;
}

const privateKinds: ReadonlySet<string> = new Set(["private", "carrierGradeNat", "loopback", "linkLocal"]);

/** Ranges are IPv4: whether AKS would take others is documented nowhere. `undefined`: nothing is wrong. */
export function ipRangeProblem(text: string): IpRangeProblem | undefined {
  const [address = "", prefix, ...rest] = text.trim().split("/");
  if (address === "" && prefix === undefined) {
    return "empty";
  }
  if (address.includes(":")) {
    return "ipv6";
  }
  if (!IPv4.isValidFourPartDecimal(address)) {
    return "address";
  }
  const isPrefix = prefix === undefined || (/^\d{1,2}$/.test(prefix) && Number(prefix) <= 32);
  return isPrefix && rest.length === 0 ? undefined : "prefix";
}

/** Reads an address or a range; `undefined` where {@link ipRangeProblem} names a problem. */
export function ipRangeOf(text: string): IpRange | undefined {
  if (ipRangeProblem(text) !== undefined) {
    return undefined;
  }
  const [address = "", length = "32"] = text.trim().split("/");
  const prefix = Number(length);
  const first = IPv4.networkAddressFromCIDR(`${address}/${prefix}`);
  return {
    text: `${first.toString()}/${prefix}`,
    prefix,
    isPrivate: privateKinds.has(first.range()),
    contains: (other) => IPv4.isValidFourPartDecimal(other) && IPv4.parse(other).match(first, prefix),
  };
}
