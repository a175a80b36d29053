import { compareNodeImages, imageStateOf, type ImageState } from "../../../Client/Core/nodeImage";

const ubuntu = (version: string) => `AKSUbuntu-2204gen2containerd-${version}`;
const windows = (version: string) => `AKSWindows-2022-containerd-${version}`;

// Names and order as in the release notes of AKS (VHD versions) and as AKS reports them.
test.each<[string | undefined, string | undefined, ImageState]>([
  [ubuntu("202611.10.0"), ubuntu("202611.10.0"), "latest"],
  [ubuntu("202611.10.0"), "aksubuntu-2204GEN2containerd-202611.10.0", "latest"],
  [ubuntu("202611.09.0"), ubuntu("202611.10.0"), "outdated"],
  [ubuntu("202611.9.0"), ubuntu("202611.10.0"), "outdated"],
  [ubuntu("202610.30.9"), ubuntu("202611.01.0"), "outdated"],
  [ubuntu("202611.10.1"), ubuntu("202611.10.0"), "newer"],
  [ubuntu("202612.01.0"), ubuntu("202611.10.0"), "newer"],
  // A month, or a day, with and without its zero is the same one.
  [ubuntu("202609.07.0"), ubuntu("20269.7.0"), "latest"],
  [ubuntu("20269.07.0"), ubuntu("202611.10.0"), "outdated"],
  [ubuntu("202611.10.0"), ubuntu("20269.07.0"), "newer"],
  [ubuntu("2022.8.29"), ubuntu("2022.10.03"), "outdated"],
  [ubuntu("2022.08.29"), ubuntu("2022.8.29"), "latest"],
  // The older way of writing the date, and the newer one.
  [ubuntu("2022.10.03"), ubuntu("202211.12.0"), "outdated"],
  ["AKSUbuntu-1604-2020.10.28", "AKSUbuntu-1604-2020.10.8", "newer"],
  ["AKSUbuntu:1604:2020.03.11", "AKSUbuntu:1604:2020.03.10", "newer"],
  ["AKSUbuntu:1604:2020.03.11", "AKSUbuntu:1604:2020.03.11", "latest"],
  ["AKSAzureLinux-V3gen2-202509.11.0", "AKSAzureLinux-V3gen2-202510.03.0", "outdated"],
  // Windows: build, revision, date.
  [windows("20348.4297.251014"), windows("20348.4297.251014"), "latest"],
  [windows("20348.4171.250910"), windows("20348.4297.251014"), "outdated"],
  [windows("20348.4297.251014"), windows("20348.4171.250910"), "newer"],
  [windows("20348.4297.251014"), windows("20348.4297.251016"), "outdated"],
  [windows("20348.887.220807"), windows("20348.1006.220916"), "outdated"],
  [windows("20348.4297.25914"), windows("20348.4297.250914"), "latest"],
  [windows("20348.4297.25914"), windows("20348.4297.251014"), "outdated"],
  [windows("20348.4297.25914"), windows("20348.4297.250115"), "newer"],
  ["AKSWindows-2019-17763.2366.211215", "AKSWindows-2019-17763.7919.251014", "outdated"],
  ["AKSWindows-23H2-gen2-25398.1849.250910", "AKSWindows-23H2-gen2-25398.1913.251014", "outdated"],
  // Different families have no order.
  [ubuntu("202612.01.0"), "AKSAzureLinux-V3gen2-202611.10.0", "other"],
  ["AKSWindows-2019-containerd-17763.7919.251014", windows("20348.4297.251014"), "other"],
  [windows("20348.4297.251014"), "AKSWindows-2022-containerd-gen2-20348.4297.251014", "other"],
  ["custom", ubuntu("202611.10.0"), "other"],
  ["custom", "CUSTOM", "latest"],
  ["custom", "custom2", "other"],
  [undefined, ubuntu("202611.10.0"), "unknown"],
  [ubuntu("202611.10.0"), undefined, "unknown"],
])("%s, where AKS calls %s the newest: %s", (image, latest, expected) => {
  expect(imageStateOf(image, latest)).toBe(expected);
});

test.each([
  ["custom", "custom2"],
  [ubuntu("202611.10.0"), "custom"],
  [ubuntu("202611.10.0"), windows("20348.4297.251014")],
])("%s and %s have no order", (left, right) => {
  expect(compareNodeImages(left, right)).toBeUndefined();
});
