import { Checkbox, ChoiceGroup, Dropdown, Stack } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { ChoiceLabel } from "../Controls/ChoiceLabel";
import { formatNumber } from "../Controls/formatNumber";
import type { TabReport } from "./report";
import { alwaysHasParts, hasPartsOnly, reportFormats, type ReportFormatName } from "./reportFormat";
import { Report as Text } from "./Report.resjson";
import type { ReportScope } from "./reportRequest";

/** What was chosen of a report. */
export interface ReportDraft {
  readonly scope: ReportScope;
  readonly format: ReportFormatName;
  readonly withParts: boolean;
  readonly hasByteOrderMark: boolean;
  readonly saysWhatItIs: boolean;
}

export const newReport: ReportDraft = {
  scope: "all",
  format: "csv",
  withParts: false,
  hasByteOrderMark: true,
  saysWhatItIs: false,
};

/** Why a scope cannot be chosen, as a sentence; `undefined`: it can. */
export function whyNotScope(
  { scope, format: name }: Pick<ReportDraft, "scope" | "format">,
  tab: TabReport,
): string | undefined {
  if (scope !== "all" && hasPartsOnly(name) && !tab.hasParts) {
    return Text.scopeCvesOnly;
  }
  switch (scope) {
    case "all":
      return undefined;
    case "tab":
      return tab.unshownBecause;
    case "selection":
      return tab.selected === 0 ? Text.scopeSelectionNone : undefined;
  }
}

/** What a report is to hold, and how it is to be written. */
export function ReportForm(props: {
  readonly draft: ReportDraft;
  readonly tab: TabReport;
  readonly onChange: (part: Partial<ReportDraft>) => void;
}) {
  const { draft, tab, onChange } = props;
  const option = (key: ReportScope, text: string, detail: string) => {
    const reason = whyNotScope({ scope: key, format: draft.format }, tab);
    return {
      key,
      text,
      disabled: reason !== undefined,
      onRenderLabel: () => <ChoiceLabel text={text} detail={reason ?? detail} />,
    };
  };
  const count = (number: number) => formatNumber(number);
  return (
    <Stack tokens={{ childrenGap: 16 }}>
      <ChoiceGroup
        label={Text.scopeLabel}
        selectedKey={draft.scope}
        options={[
          option("all", Text.scopeAll, Text.scopeAllText),
          option("tab", format(Text.scopeTab, tab.title), format(Text.scopeTabText, count(tab.shown))),
          option(
            "selection",
            format(Text.scopeSelection, tab.noun),
            format(Text.scopeSelectionText, count(tab.selected)),
          ),
        ]}
        onChange={(_, chosen) => onChange({ scope: scopeNamed(chosen?.key) })}
      />
      <Stack tokens={{ childrenGap: 4 }}>
        <Dropdown
          label={Text.formatLabel}
          selectedKey={draft.format}
          options={formatOptions}
          aria-describedby={descriptionId}
          onChange={(_, chosen) => onChange({ format: formatNamed(chosen?.key) })}
        />
        <span id={descriptionId} style={noteStyle}>
          {reportFormats[draft.format].text}
        </span>
      </Stack>
      <ReportOptions draft={draft} mayHaveParts={draft.scope === "all" || tab.hasParts} onChange={onChange} />
    </Stack>
  );
}

/** One form is open at a time. */
const descriptionId = "report-format-text";

const noteStyle = { fontSize: 12 } as const;

/** What else there is to choose of the format; nothing is drawn where there is nothing. */
function ReportOptions(props: {
  readonly draft: ReportDraft;
  readonly mayHaveParts: boolean;
  readonly onChange: (part: Partial<ReportDraft>) => void;
}) {
  const { draft, mayHaveParts, onChange } = props;
  const isCsv = draft.format === "csv";
  const isForced = alwaysHasParts(draft.format);
  if (!mayHaveParts && !isCsv) {
    return null;
  }
  return (
    <Stack tokens={{ childrenGap: 8 }} role="group" aria-label={Text.optionsTitle}>
      <strong>{Text.optionsTitle}</strong>
      {mayHaveParts && (
        <>
          <Checkbox
            label={Text.partsLabel}
            checked={draft.withParts || isForced}
            disabled={isForced}
            onChange={(_, withParts = false) => onChange({ withParts })}
          />
          <span style={{ ...noteStyle, paddingLeft: 28 }}>
            {isForced ? Text.partsAlways : Text.partsText}
          </span>
        </>
      )}
      {isCsv && (
        <>
          <Checkbox
            label={Text.markLabel}
            checked={draft.hasByteOrderMark}
            onChange={(_, hasByteOrderMark = false) => onChange({ hasByteOrderMark })}
          />
          <Checkbox
            label={Text.aboutLabel}
            checked={draft.saysWhatItIs}
            onChange={(_, saysWhatItIs = false) => onChange({ saysWhatItIs })}
          />
        </>
      )}
    </Stack>
  );
}

const formatOptions = Object.entries(reportFormats).map(([key, { label }]) => ({ key, text: label }));

function formatNamed(key: string | number | undefined): ReportFormatName {
  const names = Object.keys(reportFormats) as readonly ReportFormatName[];
  return names.find((name) => name === key) ?? "csv";
}

function scopeNamed(key: string | undefined): ReportScope {
  return key === "tab" || key === "selection" ? key : "all";
}
