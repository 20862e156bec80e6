import type { IgroupNames } from '#accounts/rules/igroup/igroup.ts';
import { igroupNames } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { fonts, openPaper, type Paper } from '#platform/paper.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import type { Lang } from '#platform/schemas.ts';
import { wholeDay } from '#sla/rules/moments.ts';
import { trainedSince } from '../../rules/facts/roll-out.ts';
import { attendee } from './views.ts';

/** Who was trained, by what, and on which days; in words of one language. */
export interface Certificate {
  lang: Lang;
  name: string;
  school: string;
  /** Since when, with the year. */
  day: string;
  /** The parts of the first week, each with its day; none where she was trained before the register was kept. */
  parts: { title: string; day: string }[];
  course: string | null;
  /** Who trains, and in what; null where nobody has said how they are called. */
  igroup: IgroupNames;
}

/** The certificate of a trained person. Refuses with not_found; not_now when she isn't trained yet. */
export async function certificateOf(
  ctx: Ctx,
  { id, person }: { id: number; person: number },
): Promise<Certificate> {
  const found = await attendee(ctx, id, person);
  if (!found) throw notFound();
  const since = trainedSince({ ...found, people: [] }, person);
  if (since === null) throw notNow(notTrained);
  const { lang } = ctx;
  const trainedBy = found.courses.find(
    ({ first_week }) =>
      first_week.length > 0 && first_week.every(part => found.parts.some(each => each.part_id === part)),
  );
  const parts = found.parts.filter(({ part_id }) => trainedBy?.first_week.includes(part_id));
  return {
    lang,
    name: found.name,
    school: [found.school.name, found.school.town].filter(Boolean).join(', '),
    day: wholeDay(since, lang),
    parts: parts.map(({ title, day }) => ({ title, day: wholeDay(day, lang) })),
    course: parts[0]?.course ?? null,
    igroup: await igroupNames(ctx.db),
  };
}

const words = {
  en: {
    title: 'Certificate of training',
    of: (school: string) => `of ${school}`,
    completed: (day: string, system: string | null) =>
      `has completed the first week of training${system ? ` in ${system}` : ''} on ${day}.`,
    course: 'Course',
    attended: 'Attended',
  },
  fr: {
    title: 'Attestation de formation',
    of: (school: string) => `de l’établissement ${school}`,
    completed: (day: string, system: string | null) =>
      `a terminé la première semaine de formation${system ? ` à ${system}` : ''} le ${day}.`,
    course: 'Cours',
    attended: 'Séances suivies',
  },
} as const;

/** Draws a certificate on one page of letter paper. */
export function drawCertificate(certificate: Certificate, made: Date): Paper {
  const { lang, name } = certificate;
  const said = words[lang];
  const group = certificate.igroup.name ?? 'iGroup';
  const paper = openPaper({ title: `${said.title} · ${name}`, lang });
  Object.assign(paper.info, { Author: group, CreationDate: made });
  const page = paper.addPage({ size: 'LETTER', layout: 'landscape', margin: 72 });
  page
    .rect(36, 36, page.page.width - 72, page.page.height - 72)
    .lineWidth(1)
    .stroke('#1f5e5b');
  page.font(fonts.plain).fontSize(16).fillColor('#1f5e5b').text(said.title, 72, 96);
  page.font(fonts.bold).fontSize(32).fillColor('#1c1b19').text(name, { paragraphGap: 4 });
  page.font(fonts.plain).fontSize(16).text(said.of(certificate.school), { paragraphGap: 18 });
  page.text(said.completed(certificate.day, certificate.igroup.system), { paragraphGap: 24 });
  page.fontSize(11).fillColor('#55514a');
  if (certificate.course) page.text(`${said.course}: ${certificate.course}`, { paragraphGap: 6 });
  if (certificate.parts.length > 0) page.text(`${said.attended}:`, { paragraphGap: 2 });
  for (const { title, day } of certificate.parts) page.text(`${day}   ${title}`);
  page.text(`${group} · Firstline`, 72, page.page.height - 90, { lineBreak: false });
  page.end();
  return page;
}

const notTrained = {
  en: 'There is a certificate once she has attended the whole first week.',
  fr: 'L’attestation est prête quand toute la première semaine a été suivie.',
};
