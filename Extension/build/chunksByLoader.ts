import { BannerPlugin, type Compiler } from "@rspack/core";

/**
 * Makes AMD modules of all that is no entry: what views and data fetchers share, and what is loaded on first use. Nothing public says where
 * the portal puts files, so the portal's own loader is asked for them by name: views depend on what they share, and ask for the rest.
 *
 * Assumption: a view finds the loader as `window.require`, which is what its runtime has [B], and the loader knows each module of the
 * build by its name, as it knows views. It stands in this file only. A portal for which it's wrong loads no view that shares code;
 * `npm run build:portal -- --whole` makes modules that need no others. A part that can't be loaded says so where it's used, and is
 * asked for again.
 */
export class ChunksByLoader {
  /** `laterTexts`: the module of texts that what is loaded later depends on; empty: none. */
  constructor(
    private readonly extension: string,
    private readonly laterTexts: readonly string[] = [],
  ) {}

  apply(compiler: Compiler): void {
    const around = (footer: boolean, text: (module: string, texts: readonly string[]) => string) =>
      new BannerPlugin({
        raw: true,
        footer,
        banner: ({ chunk }) =>
          chunk.hasRuntime()
            ? ""
            : text(`${this.extension}/${chunk.name}`, chunk.canBeInitial() ? [] : this.laterTexts),
      });
    around(
      false,
      (module, texts) => `define(${JSON.stringify(module)},${JSON.stringify(texts)},function(){`,
    ).apply(compiler);
    around(true, () => "});").apply(compiler);
    compiler.hooks.compilation.tap(ChunksByLoader.name, ({ hooks }) => {
      hooks.runtimeModule.tap(ChunksByLoader.name, ({ name, source }) => {
        if (name === "load_script" && source) {
          source.source = Buffer.from(this.loadScript());
        }
      });
    });
  }

  /** Takes the place of the bundler's function that writes a script element; it is told how the loading has ended. */
  private loadScript(): string {
    return `__webpack_require__.l = (file, done) => {
      const module = ${JSON.stringify(`${this.extension}/`)} + file.replace(/\\.js$/, "");
      (${loadModule})(module, () => done({ type: "load" }), () => done({ type: "error", target: { src: file } }));
    };`;
  }
}

/**
 * Code of a function that asks the loader for a module. A module that failed is forgotten, with what failed of what it depends on, or it
 * would never be asked for again.
 */
export const loadModule = `(module, resolve, reject) =>
  globalThis.require([module], resolve, (error) => {
    [module, ...(error?.requireModules ?? [])].forEach((failed) => globalThis.require.undef?.(failed));
    reject(error);
  })`;
