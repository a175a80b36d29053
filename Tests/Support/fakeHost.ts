import type { Blade, Host, Notice, NoticeEnd } from "../../Client/Domain/host";

export interface RecordedNotice {
  notice: Notice;
  /** `undefined` while it is pending. */
  end: NoticeEnd | undefined;
}

/** A portal that keeps what it is told. */
export function fakeHost(): Host & {
  readonly notices: readonly RecordedNotice[];
  readonly blades: readonly Blade[];
  readonly copied: readonly string[];
} {
  const notices: RecordedNotice[] = [];
  const blades: Blade[] = [];
  const copied: string[] = [];
  return {
    notices,
    blades,
    copied,
    copyText(text) {
      copied.push(text);
      return Promise.resolve(true);
    },
    gzip: (text) => Promise.resolve(new TextEncoder().encode(text)),
    openBlade(blade) {
      blades.push(blade);
      return Promise.resolve(true);
    },
    notifyPending(notice) {
      const recorded: RecordedNotice = { notice, end: undefined };
      notices.push(recorded);
      return {
        update: (next) => void (recorded.notice = next),
        complete: (last, end) => void Object.assign(recorded, { notice: last, end }),
      };
    },
  };
}
