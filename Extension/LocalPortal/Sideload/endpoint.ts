import express, { Router, type Request, type RequestHandler, type Response } from "express";
import path from "node:path";
import manifest from "../../../ExtensionManifest.json";
import { format } from "../../../Client/Core/format";
import { environmentDocument } from "./environmentDocument";
import { route } from "./portalAddress";
import { modulesFolder, readSideloadBuild } from "./sideloadBuild";
import { Sideload } from "./Sideload.resjson";

/**
 * Headers of real extensions aren't public, so all here are inferred. Documented is only that a page may be kept if its `pageVersion`
 * matches (facts: portal-sdk.md §4.4); here a build can change under its version.
 *
 * `forever`: of what has the hash of its content in its address, and of nothing else.
 */
const forever = "public, max-age=31536000, immutable";
/** Of everything else: source maps, texts for translators, and the environment can change under the same version. */
const askAgain = "no-cache";

/** The portal's languages (facts: portal-sdk.md §5), and the pseudo-language that it shows for `l=qps-ploc`. */
const portalLanguages: readonly string[] = [
  ...["en", "de", "es", "fr", "id", "it", "ja", "ko", "pt-br", "ru", "zh-hans", "zh-hant", "cs", "nl"],
  ...["hu", "pt-pt", "pl", "sv", "tr", "qps-ploc"],
];

interface EndpointOptions {
  readonly folder: string;
  readonly authorities: readonly string[];
  readonly port: () => number;
}

/**
 * What the portal asks of an extension: the environment document, the bundles that it names, and files by their version as a
 * development server has them. Whatever isn't asked in this way is left to others.
 */
export function endpoint({ folder, authorities, port }: EndpointOptions): Router {
  const router = Router();
  router.get(`/${route}`, (request, response, next) => {
    if (request.query.environmentjson !== "true") {
      next();
      return;
    }
    const asked = readQuery(request.query, authorities);
    if ("problem" in asked) {
      refuse(response, 400, asked.problem);
      return;
    }
    const build = readSideloadBuild(folder);
    if (!build) {
      refuse(response, 404, Sideload.noModules);
      return;
    }
    // A portal asks for a language that it has; an extension needn't have it too.
    const language = build.languages.includes(asked.language) ? asked.language : "en";
    response
      .set({ "cache-control": askAgain, "content-language": language })
      .json(environmentDocument(build, { ...asked, language, port: port() }));
  });
  // Bundles name their source maps by file.
  router.get(`/${route}/Content/Dynamic/:bundle.js.map`, ({ params: { bundle } }, response) => {
    const options = {
      root: path.join(folder, modulesFolder),
      cacheControl: false,
      dotfiles: "ignore",
    } as const;
    response.set("cache-control", askAgain).sendFile(`${bundle}.js.map`, options, (error?: Error) => {
      if (error && !response.headersSent) {
        refuse(response, 404, Sideload.noFile);
      }
    });
  });
  router.get(`/${route}/Content/Dynamic/:name`, (request, response) => {
    const hash = /^(.+)\.js$/.exec(request.params.name)?.[1] ?? "";
    const text = readSideloadBuild(folder)?.bundle(hash);
    if (text === undefined) {
      refuse(response, 404, Sideload.noBundle);
    } else {
      response.set("cache-control", forever).type("text/javascript").send(text);
    }
  });
  router.use(`/${route}/Content/:version`, ownVersion(folder), ...filesOf(folder), noSuchFile);
  return router;
}

const noSuchFile: RequestHandler = (_request, response) => refuse(response, 404, Sideload.noFile);

/** By name as the portal asks for modules, and as they lie in the build. */
function filesOf(folder: string): RequestHandler[] {
  return [path.join(folder, modulesFolder), folder].map((place) =>
    express.static(place, {
      index: false,
      redirect: false,
      dotfiles: "ignore",
      setHeaders: (response) => void response.set("cache-control", askAgain),
    }),
  );
}

function ownVersion(folder: string): RequestHandler<{ version: string }> {
  return ({ params: { version } }, response, next) => {
    const own = readSideloadBuild(folder)?.version;
    if (version === own) {
      next();
    } else {
      const text =
        own === undefined ? Sideload.noModules : format(Sideload.otherVersion, own, short(version));
      refuse(response, 404, text);
    }
  };
}

type Asked = { readonly language: string; readonly authority: string } | { readonly problem: string };

function readQuery(query: Request["query"], authorities: readonly string[]): Asked {
  const { l, trustedAuthority, extensionName = manifest.name } = query;
  if (typeof l !== "string" || typeof trustedAuthority !== "string") {
    return { problem: format(Sideload.oneOf, typeof l === "string" ? "trustedAuthority" : "l") };
  }
  const authority = authorityOf(trustedAuthority);
  if (!authorities.includes(authority)) {
    return { problem: format(Sideload.unknownAuthority, short(authority), authorities.join(", ")) };
  }
  if (extensionName !== manifest.name) {
    return {
      problem: format(
        Sideload.otherExtension,
        manifest.name,
        short(typeof extensionName === "string" ? extensionName : ""),
      ),
    };
  }
  // The language of texts, and after a dot that of dates and numbers, which is the view's concern.
  const [language = ""] = l.toLowerCase().split(".");
  return portalLanguages.includes(language)
    ? { language, authority }
    : { problem: format(Sideload.unknownLanguage, short(l), portalLanguages.join(", ")) };
}

/** Host of a portal, which may be named with its scheme. */
export function authorityOf(trustedAuthority: string): string {
  return trustedAuthority.replace(/^https:\/\//, "");
}

/** The first 60 characters of a text of the request, for an answer that quotes it. */
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function refuse(response: Response, status: number, text: string): void {
  response.status(status).set("cache-control", "no-store").type("text/plain").send(text);
}
