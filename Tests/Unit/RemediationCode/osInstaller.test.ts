import { osInstaller, type OsInstaller } from "../../../Client/RemediationCode/osInstaller";

const rpm = (os: string, version = "1.0-1", image = "", vendor = "") =>
  osInstaller({ ecosystem: "rpm", packageType: "OS", os, vendor }, version, image);

/** The sources stand at the table of systems. */
test.each<[string, OsInstaller | undefined]>([
  ["CBL-Mariner 2.0", "tdnf"],
  ["Azurelinux 2.0", "tdnf"],
  ["Azure Linux 3", "tdnf"],
  ["azure_linux_3", "tdnf"],
  ["Azure Linux", "tdnf"],
  ["Azure Linux 4.0", "dnf"],
  ["Photon OS 5.0", "tdnf"],
  ["Red Hat Enterprise Linux 6", "yum"],
  ["Red Hat Enterprise Linux Server 7.9", "yum"],
  ["Red Hat Enterprise Linux 8", "dnf"],
  ["rhel9", "dnf"],
  ["RHEL 10.0 x86_64", "dnf"],
  ["Red Hat Universal Base Image 9 Minimal", "microdnf"],
  ["centos_7", "yum"],
  ["CentOS Stream 9", "dnf"],
  ["Oracle Linux Server 7", "yum"],
  ["Oracle Linux 9", "dnf"],
  ["Rocky Linux 8", "dnf"],
  ["AlmaLinux 9", "dnf"],
  ["Amazon Linux 2", "yum"],
  ["Amazon Linux 2018.03", "yum"],
  ["Amazon Linux 2023", "dnf"],
  ["Fedora 21", "yum"],
  ["Fedora 39", "dnf"],
  ["SUSE Linux Enterprise Server 15 SP5", "zypper"],
  ["SLES 12", "zypper"],
  ["openSUSE Leap 15.5", "zypper"],
  ["openSUSE Tumbleweed", "zypper"],
  ["CentOS x86_64", undefined],
  ["Red Hat Enterprise Linux", undefined],
  ["Linux", undefined],
  ["Bottlerocket 1.19", undefined],
  ["", undefined],
])("packages of %s", (os, installer) => {
  expect(rpm(os)).toBe(installer);
});

test.each<[string, OsInstaller]>([
  ["3.0.7-27.el9", "dnf"],
  ["1.0.2k-26.el7_9", "yum"],
  ["1.14.0-2.module+el8.9.0+1", "dnf"],
  ["3.3.0-1.azl3", "tdnf"],
  ["3.5.4-1.azl4", "dnf"],
  ["1.1.1k-28.cm2", "tdnf"],
  ["2.26-63.amzn2.0.1", "yum"],
  ["2.34-52.amzn2023.0.6", "dnf"],
  ["8.2.1-3.fc39", "dnf"],
  ["1.2.3-4.ph5", "tdnf"],
])("where the system is not reported, the release %s tells", (version, installer) => {
  expect(rpm("Linux", version)).toBe(installer);
});

test("the vendor names the system, and the release its version", () => {
  expect(rpm("", "1.0.2k-26.el7_9", "", "redhat")).toBe("yum");
  expect(rpm("", "1.0.2k-26.el7_9", "", "oracle")).toBe("yum");
  expect(rpm("Rocky Linux 9", "1-1.el9", "", "redhat")).toBe("dnf");
});

test.each<[string, string, OsInstaller | undefined]>([
  ["Red Hat Enterprise Linux 9", "registry.access.redhat.com/ubi9/ubi-minimal:9.4", "microdnf"],
  ["Red Hat Enterprise Linux 7", "registry.access.redhat.com/ubi7-minimal:7.9", "microdnf"],
  ["Oracle Linux 9", "container-registry.oracle.com/os/oraclelinux:9-slim", "microdnf"],
  ["Red Hat Enterprise Linux 9", "registry.access.redhat.com/ubi9/ubi-micro", undefined],
  ["SUSE Linux Enterprise Server 15", "registry.suse.com/bci/bci-micro:15.5", undefined],
  ["Azure Linux 3", "mcr.microsoft.com/azurelinux/distroless/base:3.0", undefined],
  ["Red Hat Enterprise Linux 9", "contoso.azurecr.io/shop/minimal-api:1", "dnf"],
])("%s in %s", (os, image, installer) => {
  expect(rpm(os, "1.0-1", image)).toBe(installer);
});

test("packages of Debian and of Alpine have one installer, where the image has any", () => {
  const of = (ecosystem: "apk" | "deb", os: string, image = "") =>
    osInstaller({ ecosystem, packageType: "OS", os, vendor: "" }, "1.0-1", image);
  expect([of("deb", "Ubuntu 22.04"), of("deb", ""), of("apk", "Alpine 3.18")]).toEqual(["apt", "apt", "apk"]);
  expect(of("deb", "Debian 12", "node:20-slim")).toBe("apt");
  expect(of("deb", "Debian 12", "gcr.io/distroless/static-debian12")).toBeUndefined();
  expect(of("deb", "Ubuntu 24.04", "mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled")).toBeUndefined();
});

test.each(["semver", "pep440", "gem", "composer", "maven", "nuget", undefined] as const)(
  "a package of a language (%s) is never installed by the operating system",
  (ecosystem) => {
    const found = { ecosystem, packageType: "Library", os: "Debian 12", vendor: "debian" };
    expect(osInstaller(found, "1.0", "")).toBeUndefined();
  },
);

// Chainguard: no package manager but in the variants for development and in the bases.
test.each([
  ["cgr.dev/chainguard/static", undefined],
  ["cgr.dev/chainguard/python:latest", undefined],
  ["cgr.dev/chainguard/node:22@sha256:aa", undefined],
  ["cgr.dev/chainguard/python:latest-dev", "apk"],
  ["cgr.dev/contoso.com/node:22-dev@sha256:aa", "apk"],
  ["cgr.dev/chainguard/wolfi-base:latest", "apk"],
  ["cgr.dev/chainguard/chainguard-base", "apk"],
  ["contoso.azurecr.io/web:1", "apk"],
])("a package of Wolfi in %s is installed by %s", (image, installer) => {
  const wolfi = { ecosystem: "apk", os: "wolfi", vendor: "", packageType: "" } as const;
  expect(osInstaller(wolfi, "1.0-r0", image)).toBe(installer);
});
