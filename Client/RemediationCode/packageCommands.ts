import { shellWord } from "../Core/shellWord";
import { codeSnippet, type CodeSnippet, commentLines } from "./codeSnippet";
import { Comments } from "./Comments.resjson";
import type { LanguageInstaller } from "./languageInstaller";
import type { OsInstaller } from "./osInstaller";
import type { PackageUpdate } from "./installer";

/** What stands before and behind the packages, and how an installer writes one with its version. */
interface OsCommand {
  readonly before: string;
  readonly word: (update: PackageUpdate) => string;
  readonly after: string;
}

const osCommands: Readonly<Record<OsInstaller, OsCommand>> = {
  apt: {
    before: "apt-get update && apt-get install --yes --no-install-recommends --only-upgrade",
    word: ({ name, version }) => `${name}=${version}`,
    after: "rm -rf /var/lib/apt/lists/*",
  },
  apk: {
    // Alpine keeps no old versions, so an exact one would soon be gone.
    before: "apk add --no-cache",
    word: ({ name, version }) => `${name}>=${version}`,
    after: "true",
  },
  dnf: {
    before: "dnf upgrade -y",
    word: ({ name, version }) => `${name}-${version}`,
    after: "dnf clean all",
  },
  microdnf: {
    before: "microdnf upgrade -y",
    word: ({ name, version }) => `${name}-${version}`,
    after: "microdnf clean all",
  },
  tdnf: {
    before: "tdnf update -y",
    word: ({ name, version }) => `${name}-${version}`,
    after: "tdnf clean all",
  },
  yum: {
    before: "yum update -y",
    word: ({ name, version }) => `${name}-${version}`,
    after: "yum clean all",
  },
  zypper: {
    before: "zypper --non-interactive install --no-recommends",
    word: ({ name, version }) => `${name}>=${version}`,
    after: "zypper clean --all",
  },
};

const osInstallers = Object.keys(osCommands) as readonly OsInstaller[];

/** Updates of packages of the operating system for a Dockerfile; `undefined` when there are none. */
export function packagesSnippet(updates: readonly PackageUpdate[]): CodeSnippet | undefined {
  const runs = osInstallers.flatMap((installer) => {
    const words = updates.filter((update) => update.installer === installer);
    return words.length === 0 ? [] : [runLine(osCommands[installer], words)];
  });
  return runs.length === 0
    ? undefined
    : codeSnippet("packages", commentLines("#", ...commentsOn(updates)) + runs.join(""));
}

function commentsOn(updates: readonly PackageUpdate[]): readonly string[] {
  const hasDnf = updates.some(({ installer }) => installer === "dnf" || installer === "yum");
  return [Comments.dockerfileStage, ...(hasDnf ? [Comments.dockerfileMinimal] : [])];
}

function runLine({ before, word, after }: OsCommand, updates: readonly PackageUpdate[]): string {
  const words = updates.map((update) => `    ${shellWord(word(update))}`);
  const lines = [`RUN ${before}`, ...words, ...(after === "true" ? [] : [` && ${after}`])];
  return `${lines.join(" \\\n")}\n`;
}

const languageCommands: Readonly<Record<LanguageInstaller, (update: PackageUpdate) => string>> = {
  npm: ({ name, version }) => `npm install --save-exact ${shellWord(`${name}@${version}`)}`,
  pip: ({ name, version }) => `python -m pip install ${shellWord(`${name}==${version}`)}`,
  go: ({ name, version }) => `go get ${shellWord(`${name}@v${version.replace(/^v/, "")}`)}`,
  cargo: ({ name, version }) => `cargo update --package=${shellWord(name)} --precise=${shellWord(version)}`,
  nuget: ({ name, version }) => `dotnet add package ${shellWord(name)} --version ${shellWord(version)}`,
  // RubyGems' command reference, "gem install".
  gem: ({ name, version }) => `gem install ${shellWord(name)} --version ${shellWord(version)}`,
  // Composer's documentation, "Command-line interface", "require / r".
  composer: ({ name, version }) =>
    `composer require --with-all-dependencies ${shellWord(`${name}:${version}`)}`,
  maven: ({ name, version }) =>
    `mvn versions:use-dep-version -Dincludes=${shellWord(name)} -DdepVersion=${shellWord(version)} -DforceVersion=true`,
};

/** Updates of packages of languages as commands for the image's source; `undefined` when there are none. */
export function dependenciesSnippet(updates: readonly PackageUpdate[]): CodeSnippet | undefined {
  const lines = updates.flatMap((update) => {
    const { installer } = update;
    return isLanguageInstaller(installer) ? [`${languageCommands[installer](update)}\n`] : [];
  });
  return lines.length === 0
    ? undefined
    : codeSnippet("dependencies", commentLines("#", Comments.dependenciesPlace) + lines.join(""));
}

function isLanguageInstaller(installer: PackageUpdate["installer"]): installer is LanguageInstaller {
  return installer in languageCommands;
}
