import type { Audience, NoticeKind, Severity } from '#status/rules/kinds.ts';
import type { Notice } from '#status/rules/notice.ts';
import type { Category } from '#tickets/rules/categories.ts';

/** A notice as its form has it. */
export interface Fields {
  kind: NoticeKind;
  system: string;
  severity: Severity;
  audience: Audience;
  schools: number[];
  lang: 'en' | 'fr';
  title: string;
  text: string;
  category: Category;
  starts: string;
  ends: string;
}

export function fieldsOf(
  notice: Notice | undefined,
  first: { system: number; lang: 'en' | 'fr'; kind: NoticeKind },
): Fields {
  const inside = notice?.inside;
  return {
    kind: notice?.kind ?? first.kind,
    system: String(notice?.system.id ?? first.system),
    severity: notice?.severity ?? 'partly',
    audience: inside?.audience ?? 'schools',
    schools: inside?.schools.map(({ id }) => id) ?? [],
    lang: notice?.lang ?? first.lang,
    title: notice?.title ?? '',
    text: inside?.text ?? '',
    category: inside?.category ?? 'sis_error',
    starts: inside?.starts_local ?? '',
    ends: inside?.ends_local ?? '',
  };
}

/** As the server takes it. */
export const bodyOf = ({ audience, schools, system, starts, ends, ...fields }: Fields) => ({
  ...fields,
  system: Number(system),
  for: audience === 'some' ? { kind: audience, schools } : { kind: audience },
  ...(starts && { starts }),
  ends: ends || null,
});
