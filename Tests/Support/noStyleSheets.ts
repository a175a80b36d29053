/**
 * To be imported before Fluent. jsdom answers each question about a role by matching every CSS rule against every ancestor, and
 * Fluent writes thousands. So no rule reaches the page here, and what CSS hides is shown in the browser (Tests/EndToEnd).
 */
Object.assign(window, {
  /** Settings of @fluentui/merge-styles; 0 is `InjectionMode.none`. */
  FabricConfig: { mergeStyles: { injectionMode: 0 } },
  /** State of @microsoft/load-themed-styles, which a few components come with: it hands their sheets to this function. */
  __themeState__: { registeredStyles: [], registeredThemableStyles: [], loadStyles: () => undefined },
});

export {};
