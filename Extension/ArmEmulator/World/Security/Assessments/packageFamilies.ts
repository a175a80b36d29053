/** A package as an image has it: the installed version, then those that fix something, in ascending order. */
export interface CatalogPackage {
  readonly name: string;
  readonly family: string;
  readonly installed: string;
  readonly fixes: readonly string[];
}

/** How Defender for Cloud reports the packages of a family. */
export interface PackageFamily {
  readonly packageType: string;
  readonly language: string;
  readonly vendor: string;
  /** Operating system, where the packages belong to one. */
  readonly os: string | undefined;
  readonly packages: readonly CatalogPackage[];
}

/** A package in an image, with the family that tells how it is reported. */
export interface Installed {
  readonly family: PackageFamily;
  readonly item: CatalogPackage;
}

const os = (vendor: string, platform: string) => ({ packageType: "OS", language: "", vendor, os: platform });
const library = (language: string, vendor: string) => ({
  packageType: "Library",
  language,
  vendor,
  os: undefined,
});

/** `name installed fix fix …` */
const rows: Readonly<Record<string, readonly string[]>> = {
  debian: [
    "openssl 3.0.11-1~deb12u1 3.0.11-1~deb12u2 3.0.13-1~deb12u1 3.0.14-1~deb12u2",
    "glibc 2.36-9+deb12u3 2.36-9+deb12u4 2.36-9+deb12u7",
    "curl 7.88.1-10+deb12u4 7.88.1-10+deb12u5 7.88.1-10+deb12u8",
    "zlib 1:1.2.13.dfsg-1 1:1.3.dfsg-3",
    "perl 5.36.0-7 5.36.0-7+deb12u1 5.36.0-10",
    "systemd 252.17-1~deb12u1 252.19-1~deb12u1 252.23-1~deb12u1",
    "krb5 1.20.1-2+deb12u1 1.20.1-2+deb12u2",
    "util-linux 2.38.1-5 2.38.1-5+deb12u1",
    "gnutls28 3.7.9-2 3.7.9-2+deb12u2 3.7.9-2+deb12u3",
    "expat 2.5.0-1 2.5.0-1+deb12u1 2.5.0-1+deb12u2",
    "tar 1.34+dfsg-1.2 1.34+dfsg-1.2+deb12u1",
    "sqlite3 3.40.1-2 3.40.1-2+deb12u1",
  ],
  alpine: [
    "busybox 1.36.1-r2 1.36.1-r5 1.36.1-r15",
    "libcrypto3 3.1.2-r0 3.1.4-r0 3.1.4-r5 3.1.7-r0",
    "libssl3 3.1.2-r0 3.1.4-r5",
    "musl 1.2.4-r1 1.2.4-r2",
    "libcurl 8.2.1-r0 8.4.0-r0 8.9.0-r0",
    "nghttp2-libs 1.55.1-r0 1.57.0-r0",
    "libxml2 2.11.4-r0 2.11.8-r0",
    "tiff 4.5.1-r0 4.5.1-r1",
    "postgresql15 15.4-r0 15.5-r0 15.8-r0",
  ],
  azurelinux: [
    "openssl 1.1.1k-25.cm2 1.1.1k-28.cm2 1.1.1k-30.cm2",
    "curl 8.3.0-1.cm2 8.5.0-1.cm2 8.8.0-1.cm2",
    "glibc 2.35-5.cm2 2.35-7.cm2",
    "systemd 250.3-19.cm2 250.3-21.cm2",
    "krb5 1.19.4-2.cm2 1.21.3-1.cm2",
    "python3 3.9.14-8.cm2 3.9.19-2.cm2",
    "sqlite 3.39.2-2.cm2 3.39.2-3.cm2",
    "libarchive 3.6.1-2.cm2 3.6.1-3.cm2",
  ],
  npm: [
    "express 4.17.1 4.19.2 4.20.0",
    "axios 0.21.1 0.21.2 0.28.0 1.6.0",
    "lodash 4.17.15 4.17.19 4.17.21",
    "jsonwebtoken 8.5.1 9.0.0",
    "minimist 1.2.5 1.2.6",
    "ws 7.4.5 7.4.6 7.5.10",
    "semver 5.7.1 5.7.2",
    "tar 6.1.0 6.1.9 6.2.1",
    "undici 5.19.0 5.26.2 5.28.4",
    "follow-redirects 1.14.0 1.14.8 1.15.6",
  ],
  pip: [
    "requests 2.28.1 2.31.0 2.32.0",
    "urllib3 1.26.12 1.26.17 1.26.19",
    "cryptography 38.0.1 39.0.1 41.0.6 42.0.4",
    "pillow 9.2.0 9.3.0 10.0.1 10.3.0",
    "jinja2 3.1.2 3.1.3 3.1.4",
    "numpy 1.21.0 1.22.0",
    "tornado 6.2 6.3.3 6.4.1",
    "werkzeug 2.2.2 2.3.8 3.0.3",
    "aiohttp 3.8.4 3.8.6 3.9.4",
    "setuptools 65.5.0 65.5.1 70.0.0",
  ],
  maven: [
    "org.apache.logging.log4j:log4j-core 2.14.1 2.15.0 2.17.1",
    "com.fasterxml.jackson.core:jackson-databind 2.12.3 2.12.7.1 2.13.4.2",
    "org.springframework:spring-web 5.3.9 5.3.33 5.3.34",
    "org.springframework:spring-core 5.3.9 5.3.18 5.3.27",
    "io.netty:netty-codec-http2 4.1.68.Final 4.1.100.Final",
    "org.yaml:snakeyaml 1.28 1.31 2.0",
    "commons-text:commons-text 1.9 1.10.0",
    "org.apache.tomcat.embed:tomcat-embed-core 9.0.50 9.0.81 9.0.90",
    "org.postgresql:postgresql 42.2.23 42.2.26 42.2.28",
  ],
  go: [
    "golang.org/x/net v0.7.0 v0.17.0 v0.23.0",
    "golang.org/x/crypto v0.6.0 v0.17.0 v0.31.0",
    "stdlib 1.20.5 1.20.10 1.21.11 1.22.7",
    "google.golang.org/grpc v1.53.0 v1.56.3",
    "google.golang.org/protobuf v1.28.1 v1.33.0",
    "github.com/prometheus/client_golang v1.11.0 v1.11.1",
    "github.com/docker/distribution v2.8.1+incompatible v2.8.2+incompatible",
    "gopkg.in/yaml.v3 v3.0.0 v3.0.1",
  ],
  nuget: [
    "System.Text.Json 6.0.0 6.0.10 8.0.5",
    "Microsoft.AspNetCore.App.Runtime 6.0.8 6.0.21 6.0.33",
    "Newtonsoft.Json 12.0.3 13.0.1",
    "Azure.Identity 1.8.0 1.10.2 1.11.4",
    "System.Drawing.Common 5.0.0 5.0.3",
    "Microsoft.Data.SqlClient 5.1.0 5.1.3",
    "System.Security.Cryptography.Xml 4.7.0 4.7.1",
  ],
  node: [
    "linux-image-azure 5.15.0.1049.56 5.15.0.1054.62 5.15.0.1068.77",
    "containerd 1.7.1-1 1.7.11-1 1.7.20-1",
    "runc 1.1.7-0ubuntu1~22.04.1 1.1.7-0ubuntu1~22.04.2 1.1.12-0ubuntu2~22.04.1",
    "openssh-server 1:8.9p1-3ubuntu0.3 1:8.9p1-3ubuntu0.6 1:8.9p1-3ubuntu0.10",
    "kubelet 1.33.4-1 1.33.5-1",
    "bind9-libs 1:9.18.12-0ubuntu0.22.04.3 1:9.18.24-0ubuntu0.22.04.1 1:9.18.28-0ubuntu0.22.04.1",
  ],
};

const kinds: Readonly<Record<string, Omit<PackageFamily, "packages">>> = {
  debian: os("debian", "debian_linux_12"),
  alpine: os("alpine", "alpine_linux_3.18"),
  azurelinux: os("microsoft", "azurelinux_2.0"),
  npm: library("Node", "npm"),
  pip: library("Python", "pypi"),
  maven: library("Java", "maven"),
  go: library("Go", "golang"),
  nuget: library(".NET", "nuget"),
  node: os("canonical", "ubuntu_linux_22.04"),
};

/** The packages of a family. Throws for a family that is none. */
export function packageFamily(name: string): PackageFamily {
  const kind = kinds[name];
  const packages = rows[name];
  if (!kind || !packages) {
    throw new Error(`There are no packages of the family ${name}.`);
  }
  return { ...kind, packages: packages.map((row) => readPackage(name, row)) };
}

function readPackage(family: string, row: string): CatalogPackage {
  const [name = "", installed = "", ...fixes] = row.split(" ");
  return { name, family, installed, fixes };
}
