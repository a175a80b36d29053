import { isRecord, type JsonRecord } from "../../../Client/Core/json";
import { isColumnWidth, isUsual, usualLayout, type ColumnLayout } from "../Model/columnLayout";

export const densities = ["normal", "compact"] as const;

export type Density = (typeof densities)[number];

/** A user's settings of the grids, the same for all clusters. */
export interface GridSettings {
  readonly density: Density;
  /** By tab. A tab without a layout has the usual one. */
  readonly columns: Readonly<Record<string, ColumnLayout>>;
}

export const usualSettings: GridSettings = { density: "normal", columns: {} };

/** With the columns of a tab arranged so. The usual arrangement is not worth remembering. */
export function withLayout(settings: GridSettings, tab: string, layout: ColumnLayout): GridSettings {
  const { [tab]: _, ...others } = settings.columns;
  return { ...settings, columns: isUsual(layout) ? others : { ...others, [tab]: layout } };
}

const version = 1;

export function gridSettingsToText({ density, columns }: GridSettings): string {
  return JSON.stringify({ version, density, columns });
}

/**
 * Reads what {@link gridSettingsToText} wrote. Of anything else it reads what can be read, and says that it was not all:
 * another version, a text that was cut, a layout that is none.
 */
export function gridSettingsFromText(text: string | undefined): {
  readonly settings: GridSettings;
  readonly isWhole: boolean;
} {
  if (text === undefined) {
    return { settings: usualSettings, isWhole: true };
  }
  const stored = parse(text);
  if (stored?.version !== version) {
    return { settings: usualSettings, isWhole: false };
  }
  const density = densities.find((name) => name === stored.density);
  const entries = isRecord(stored.columns) ? Object.entries(stored.columns) : undefined;
  const layouts = entries?.map(([tab, value]) => [tab, layoutFrom(value)] as const) ?? [];
  const known = layouts.filter((entry): entry is [string, ColumnLayout] => entry[1] !== undefined);
  return {
    settings: { density: density ?? usualSettings.density, columns: Object.fromEntries(known) },
    isWhole: density !== undefined && entries !== undefined && known.length === layouts.length,
  };
}

function parse(text: string): JsonRecord | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function layoutFrom(value: unknown): ColumnLayout | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { order, hidden, widths } = { ...usualLayout, ...value };
  return isTextList(order) && isTextList(hidden) && isWidths(widths) ? { order, hidden, widths } : undefined;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function isWidths(value: unknown): value is Readonly<Record<string, number>> {
  return isRecord(value) && Object.values(value).every(isColumnWidth);
}
