import { isPackage } from "../../../Client/RemediationCode/packageGrammar";
import type { Installer } from "../../../Client/RemediationCode/installer";
import { hostilePackages, hostileVersions } from "../../Support/hostilePackages";

/** A package of each registry that is one. */
const examples: Readonly<Record<Installer, readonly (readonly [name: string, version: string])[]>> = {
  npm: [
    ["lodash", "4.17.21"],
    ["@babel/traverse", "7.23.2-rc.1+build.5"],
    ["JSONStream", "1.3.5"],
    ["socket.io", "4.6.2"],
  ],
  pip: [
    ["requests", "2.31.0"],
    ["zope.interface", "1!5.0.0rc1.post2.dev3"],
    ["A", "2024.7.4"],
    ["torch", "2.1.0+cu118"],
  ],
  go: [
    ["golang.org/x/net", "v0.17.0"],
    ["github.com/Masterminds/semver/v3", "3.2.1"],
    ["gopkg.in/yaml.v3", "3.0.0-20220521103104-8f96da9f5d5e"],
    ["github.com/docker/docker", "v24.0.7+incompatible"],
  ],
  cargo: [
    ["time", "0.3.36"],
    ["tokio-util", "1.0.0-alpha.1"],
  ],
  nuget: [
    ["System.Text.Json", "8.0.5"],
    ["x", "1.2.3.4-beta1"],
  ],
  maven: [
    ["io.netty:netty-codec-http2", "4.1.100.Final"],
    ["log4j:log4j", "1.2.17"],
    ["com.google.guava:guava", "32.0.0-jre"],
  ],
  apt: [
    ["openssl", "3.0.13-1~deb12u1"],
    ["libstdc++6", "12.2.0-14"],
    ["zlib1g:amd64", "1:1.2.13.dfsg-2"],
  ],
  apk: [
    ["libssl3", "3.1.4-r5"],
    ["py3-pip", "23.1_rc1-r0"],
  ],
  microdnf: [
    ["openssl-libs", "1:3.0.7-27.el9"],
    ["glibc", "2.34-60.el9_2.7"],
  ],
  tdnf: [["openssl", "3.3.0-1.azl3"]],
  dnf: [["openssl-libs", "1:3.0.7-27.el9"]],
  yum: [["java-1.8.0-openjdk", "1:1.8.0.402.b06-1.amzn2.0.1"]],
  zypper: [["libopenssl1_1", "1.1.1l-150500.17.34.1"]],
  gem: [
    ["rack", "3.2.15"],
    ["net-imap", "0.4.0.rc1"],
    ["nokogiri", "1.16.5-java"],
  ],
  composer: [
    ["symfony/http-foundation", "v5.4.46"],
    ["guzzlehttp/psr7", "2.4.5"],
    ["drupal/core", "10.3.0-beta1"],
  ],
};

const installers = Object.keys(examples) as readonly Installer[];

describe.each(installers)("%s", (installer) => {
  test.each(examples[installer])("has a package %s of version %s", (name, version) => {
    expect(isPackage({ installer, name, version })).toBe(true);
  });

  test.each(hostilePackages)("takes no package %j", (name) => {
    const [[, version]] = examples[installer] as [readonly [string, string]];
    // To Maven every word with one colon is a group and an artifact, and a filter of what there is already.
    const isGroup = installer === "maven" && /^\w+:[\w.]+$/.test(name);
    // To Composer every two words with a slash are a vendor and its package, and come from a registry.
    const isVendored = installer === "composer" && /^[a-z]+\/[a-z]+$/.test(name);
    expect(isPackage({ installer, name, version })).toBe(isGroup || isVendored);
  });

  test.each(hostileVersions)("takes no version %j", (version) => {
    const [[name]] = examples[installer] as [readonly [string, string]];
    // Letters begin versions of Maven and of RPM, where they are no tags; RPM has no dash in them.
    const isAllowed = {
      maven: /^(?:latest|x|1-)$/,
      microdnf: /^(?:latest|x|1-)$/,
      tdnf: /^(?:latest|x|1-)$/,
      dnf: /^(?:latest|x|1-)$/,
      yum: /^(?:latest|x|1-)$/,
      zypper: /^(?:latest|x|1-)$/,
    };
    const allowed = installer in isAllowed ? isAllowed[installer as keyof typeof isAllowed] : /^$/;
    expect(isPackage({ installer, name, version })).toBe(version !== "" && allowed.test(version));
  });
});

test("a name of a million characters is no package, at once", () => {
  for (const installer of installers) {
    for (const name of ["a".repeat(1e6), "a-".repeat(5e5), `${"a.".repeat(5e5)}!`]) {
      expect(isPackage({ installer, name, version: name })).toBe(false);
    }
  }
});
