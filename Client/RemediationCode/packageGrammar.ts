import type { Installer, PackageUpdate } from "./installer";

/** How an installer lets packages and their versions be called when they come from its registry. */
interface Grammar {
  readonly name: RegExp;
  readonly version: RegExp;
}

const semver = /^\d+(?:\.\d+){0,3}(?:[-+][0-9A-Za-z.+-]+)?$/;
const rpmVersion = /^(?:\d{1,9}:)?[0-9A-Za-z][0-9A-Za-z._+~^-]*$/;
const rpmName = /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/;
/** Release, then a pre-, post- or development release, then what the distributor adds. */
const pep440 =
  /^(?:\d+!)?\d+(?:\.\d+)*(?:[-_.]?(?:alpha|a|beta|b|preview|pre|c|rc|post|rev|r|dev)(?:[-_.]?\d+)?)*(?:\+[a-z0-9._-]+)?$/i;

/**
 * One grammar per installer, as its registry has it, stricter only where the installer gives a name another meaning: a path, a
 * URL, a repository, an option, an archive. None of them matches an empty text or one that begins with a dash or a dot.
 */
const grammars: Readonly<Record<Installer, Grammar>> = {
  // npm takes `a/b` for a repository on GitHub; a scope is the only thing with a slash.
  npm: { name: /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/i, version: semver },
  pip: { name: /^[a-z0-9](?:[\w.-]*[a-z0-9])?$/i, version: pep440 },
  // A module is addressed by a host: `all`, `std` and `...` mean more than one.
  go: {
    name: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)+(?:\/[\w~-][\w.~-]*)*$/i,
    version: /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/,
  },
  cargo: { name: /^[a-z][\w-]{0,63}$/i, version: semver },
  nuget: { name: /^\w+(?:[.-]\w+)*$/, version: semver },
  maven: { name: /^[\w][\w.-]*:[\w][\w.-]*$/, version: /^\w[\w.+-]*$/ },
  // A plus or a dash at the end of a word means to install or to remove what stands before it.
  apt: {
    name: /^[a-z0-9][a-z0-9+.-]+(?::(?:all|any|amd64|arm64|armel|armhf|i386|ppc64el|riscv64|s390x))?$/,
    version: /^(?:\d{1,9}:)?\d(?:[A-Za-z0-9.+~-]*[A-Za-z0-9.~])?$/,
  },
  apk: { name: /^[A-Za-z0-9][A-Za-z0-9+._-]*$/, version: /^\d(?:[\w.~-]*\w)?$/ },
  dnf: { name: rpmName, version: rpmVersion },
  microdnf: { name: rpmName, version: rpmVersion },
  tdnf: { name: rpmName, version: rpmVersion },
  yum: { name: rpmName, version: rpmVersion },
  zypper: { name: rpmName, version: rpmVersion },
  gem: {
    name: /^[A-Za-z0-9_][\w.-]*$/,
    version: /^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?$/,
  },
  // Every name has a vendor, and comes from a registry: Composer knows no repository by a path of two words.
  composer: {
    name: /^[a-z0-9]+(?:[_.-]+[a-z0-9]+)*\/[a-z0-9]+(?:[_.-]+[a-z0-9]+)*$/,
    version:
      /^v?\d+(?:\.\d+){0,3}(?:[._-]?(?:stable|alpha|beta|rc|patch|pl|a|b|p)(?:[.-]?\d+(?:[.-]\d+)*)?)?$/i,
  },
};

/** Every installer but apt takes a word that ends so for a file, if there is one. */
const archive =
  /\.(?:tgz|tar|tar\.\w+|t[bx]z2?|gz|bz2|xz|zip|whl|egg|rpm|deb|apk|crate|nupkg|jar|gem|phar)$/i;
const longest = { name: 214, version: 100 };

/** Whether the installer takes name and version for a package of its registry, and for nothing else. */
export function isPackage({ installer, name, version }: PackageUpdate): boolean {
  const grammar = grammars[installer];
  return (
    name.length <= longest.name &&
    version.length <= longest.version &&
    grammar.name.test(name) &&
    grammar.version.test(version) &&
    !archive.test(name) &&
    !archive.test(version)
  );
}
