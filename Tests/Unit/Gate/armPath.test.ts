import { publicArm, readArmPath } from "../../../Extension/LocalPortal/Gate/armPath";

const arm = "https://management.usgovcloudapi.net";
const read = (text: string) => readArmPath(text, [publicArm, arm]);
const path = "/subscriptions/1/resourceGroups/g";

test.each([
  [`${path}?api-version=2020-01-01`, path, "?api-version=2020-01-01"],
  [`https://management.azure.com${path}?a=1&$filter=b%20eq%20'c'`, path, "?a=1&$filter=b%20eq%20'c'"],
  [`HTTPS://Management.Azure.com${path}`, path, ""],
  [`${arm}${path}`, path, ""],
  ["/subscriptions/1/x/it's(1)%20%C3%A9%3F&a", "/subscriptions/1/x/it's(1)%20%C3%A9%3F&a", ""],
])("%s is sent", (text, expected, query) => {
  expect(read(text)).toEqual({ path: expected, query });
});

test.each([
  "https://evil.example/subscriptions/1",
  "http://management.azure.com/subscriptions/1",
  "https://management.azure.com.evil.example/subscriptions/1",
  "https://management.azure.com:8443/subscriptions/1",
  "https://user@management.azure.com/subscriptions/1",
  "https://management.azure.com@evil.example/subscriptions/1",
  "https://management.azure.com",
  "https://management.chinacloudapi.cn/subscriptions/1",
  "https:/management.azure.com/subscriptions/1",
  "//evil.example/subscriptions/1",
  "/\\evil.example/subscriptions/1",
  "\\\\evil.example\\x",
  "subscriptions/1",
  "",
  "/",
  "/subscriptions//1",
  "/subscriptions/1/",
  "/subscriptions/../1",
  "/subscriptions/./1",
  "/subscriptions/%2e%2e/1",
  "/subscriptions/%2E/1",
  "/subscriptions/.%2e/1",
  "/subscriptions/1%2f..%2fx",
  "/subscriptions/1%5Cx",
  "/subscriptions/1\\x",
  "/subscriptions/1%252f2",
  "/subscriptions/1%00",
  "/subscriptions/1%0d%0aHost:%20evil",
  "/subscriptions/1\r\nHost: evil",
  "/subscriptions/1 HTTP/1.1",
  "/subscriptions/1\t",
  "/subscriptions/1#x",
  "/subscriptions/%zz",
  "/subscriptions/%ff",
  "/subscriptions/é",
  "/subscriptions/1?a=b#c",
  "/subscriptions/1?a=b c",
  "/subscriptions/1?a=\r\nb",
  " https://management.azure.com/subscriptions/1",
  `/subscriptions/${"x".repeat(9_000)}`,
])("%j is not sent", (text) => {
  expect(read(text)).toBeUndefined();
});
