import { ipRangeOf, ipRangeProblem } from "../../../Client/QuickFixes/ipRange";

test.each([
  ["203.0.113.7", "203.0.113.7/32"],
  [" 203.0.113.7/32 ", "203.0.113.7/32"],
  ["137.117.106.90/29", "137.117.106.88/29"],
  ["10.1.2.3/8", "10.0.0.0/8"],
  ["255.255.255.255/1", "128.0.0.0/1"],
  ["1.2.3.4/0", "0.0.0.0/0"],
  ["0.0.0.0/32", "0.0.0.0/32"],
  ["1.2.3.4/08", "1.0.0.0/8"],
])("%s is %s", (text, expected) => {
  expect(ipRangeProblem(text)).toBeUndefined();
  expect(ipRangeOf(text)?.text).toBe(expected);
});

test.each([
  ["", "empty"],
  ["  ", "empty"],
  ["2001:db8::/32", "ipv6"],
  ["::ffff:1.2.3.4", "ipv6"],
  ["1.2.3", "address"],
  ["1.2.3.256", "address"],
  ["0x7f.0.0.1", "address"],
  ["2130706433", "address"],
  ["example.com/24", "address"],
  ["1.2.3.4.5", "address"],
  ["/24", "address"],
  ["1.2.3.4/33", "prefix"],
  ["1.2.3.4/", "prefix"],
  ["1.2.3.4/-1", "prefix"],
  ["1.2.3.4/24/8", "prefix"],
  ["1.2.3.4/255.0.0.0", "prefix"],
  ["1.2.3.4-1.2.3.9", "address"],
])("%j is none: %s", (text, problem) => {
  expect([ipRangeProblem(text), ipRangeOf(text)]).toEqual([problem, undefined]);
});

test("a range contains its own addresses and no others", () => {
  const range = ipRangeOf("203.0.113.64/26");
  const inside = ["203.0.113.64", "203.0.113.100", "203.0.113.127"];
  const outside = ["203.0.113.63", "203.0.113.128", "203.0.112.64", "::1", "x", ""];
  expect(inside.map((address) => range?.contains(address))).toEqual([true, true, true]);
  expect(outside.filter((address) => range?.contains(address))).toEqual([]);
});

test.each([
  ["10.0.0.0/8", true],
  ["172.16.0.0/12", true],
  ["192.168.1.0/24", true],
  ["100.64.0.0/10", true],
  ["127.0.0.1", true],
  ["20.50.2.1", false],
  ["172.32.0.0/16", false],
])("%s is of a private network: %s", (text, isPrivate) => {
  expect(ipRangeOf(text)?.isPrivate).toBe(isPrivate);
});
