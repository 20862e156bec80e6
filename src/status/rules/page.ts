import type { Lang } from '#platform/schemas.ts';
import type { PublicNotice, PublicNotices } from './public.ts';
import type { Severity } from './kinds.ts';
import { isOver } from './states.ts';

/**
 * The status page: plain HTML without a script, in one file of at most 20 KB, so that it opens on the worst line and
 * from whatever host serves it.
 */

export const page_bytes = 20_000;

export interface PageLinks {
  /** The same page in the other language. */
  other: string;
  /** Further pages, by name in this language. */
  more: readonly { href: string; name: string }[];
}

interface Page extends PublicNotices {
  lang: Lang;
  /** What the group calls itself, and the system that it supports; null where nobody has said. */
  group: string | null;
  links: PageLinks;
  /** When this was so, where the page is answered: whoever has kept it sees how old it is. */
  as_of?: string | undefined;
}

/** A shape beside the word, so that colour is never the only sign. */
const shapes: Record<Severity, string> = { slow: '◔', partly: '◑', down: '●' };

const words = {
  en: {
    title: 'Status',
    now: 'Now',
    none: 'No disturbance is known.',
    planned: 'Planned',
    past: 'The last 90 days',
    past_none: 'Nothing was told in the last 90 days.',
    as_of: 'As of',
    changed: 'Last change:',
    never: 'Nothing was told yet.',
    from: 'From',
    until: 'until',
    since: 'Since',
    other: 'Français',
    left: (count: number) => `Older ones are left out here: ${count}.`,
  },
  fr: {
    title: 'État du service',
    now: 'Maintenant',
    none: 'Aucune perturbation connue.',
    planned: 'Prévu',
    past: 'Les 90 derniers jours',
    past_none: 'Rien n’a été annoncé ces 90 derniers jours.',
    as_of: 'Vu le',
    changed: 'Dernier changement :',
    never: 'Rien n’a encore été annoncé.',
    from: 'Du',
    until: 'au',
    since: 'Depuis',
    other: 'English',
    left: (count: number) => `De plus anciens ne figurent pas ici : ${count}.`,
  },
} as const;

export const page_style = `:root{color-scheme:light dark;--ink:light-dark(#1a1d1c,#eceae3);--quiet:light-dark(#5e645f,#9ca19a);--line:light-dark(#dcd7ca,#2f3533);--link:light-dark(#0a5a63,#6fc6c4);background:light-dark(#f6f4ee,#151817);color:var(--ink);font:16px/1.5 system-ui,sans-serif}body{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 3rem;overflow-wrap:anywhere}a{color:var(--link)}h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:.1rem 0}header p,footer,time,.of{color:var(--quiet);font-size:.9rem;margin:0}article{border-top:1px solid var(--line);padding:.75rem 0}article article,ol{margin:0;padding:0;list-style:none}ol>li{border-left:2px solid var(--line);padding:.1rem 0 .1rem .75rem;margin:.5rem 0}p{margin:.35rem 0}footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.75rem}footer a{margin-right:1rem}`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The page as one file. What does not fit any more is said by its head alone, then counted. */
export function pageOf({ lang, group, changed, items, links, as_of }: Page): string {
  const said = words[lang];
  const name = group === null ? said.title : `${said.title} · ${group}`;
  const head = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(name)}</title><style>${page_style}</style></head><body><header><h1>${escaped(name)}</h1><p>${as_of ? `${said.as_of} ${escaped(as_of)}. ` : ''}${changed ? `${said.changed} ${timeOf(changed)}` : said.never}</p></header><main>`;
  const foot = `</main><footer>${[...links.more, { href: links.other, name: said.other }]
    .map(({ href, name: link }) => `<a href="${escaped(href)}">${escaped(link)}</a>`)
    .join('')}</footer></body></html>`;
  const room = { left: page_bytes - bytes(head) - bytes(foot) - 1000 };
  const of = (wanted: (notice: PublicNotice) => boolean) => items.filter(wanted);
  const section = (title: string, those: PublicNotice[], none: string) =>
    `<section><h2>${title}</h2>${fitting(those, { lang, room }) || `<p>${none}</p>`}</section>`;
  const planned = of(({ state }) => state === 'planned');
  return [
    head,
    section(
      said.now,
      of(({ state }) => state === 'running'),
      said.none,
    ),
    planned.length > 0 ? section(said.planned, planned, '') : '',
    section(
      said.past,
      of(({ state }) => isOver(state)),
      said.past_none,
    ),
    foot,
  ].join('');
}

/** As many as there is room for: each whole, or by its head. */
function fitting(
  notices: readonly PublicNotice[],
  { lang, room }: { lang: Lang; room: { left: number } },
): string {
  let shown = '';
  for (const [at, notice] of notices.entries()) {
    const fits = [true, false]
      .map(whole => noticeIn(notice, lang, whole))
      .find(text => bytes(text) <= room.left);
    if (fits === undefined) return `${shown}<p>${words[lang].left(notices.length - at)}</p>`;
    room.left -= bytes(fits);
    shown += fits;
  }
  return shown;
}

const timeOf = ({ at, exact }: { at: string; exact: string }) =>
  `<time datetime="${at}">${escaped(exact)}</time>`;

function noticeIn(notice: PublicNotice, lang: Lang, whole: boolean): string {
  const { kind_words, system, severity, severity_words, state_words, updates } = notice;
  const told = `${escaped(kind_words)} · ${escaped(system)} · <span aria-hidden="true">${shapes[severity]}</span> ${escaped(severity_words)} · ${escaped(state_words)}`;
  // Its text is in the language in which it was written.
  const own = notice.lang === lang ? '' : ` lang="${notice.lang}"`;
  const list = updates
    .map(
      ({ at, html, move_words }) =>
        `<li>${timeOf(at)}${move_words ? ` · <b>${escaped(move_words)}</b>` : ''}<div${own}>${html}</div></li>`,
    )
    .join('');
  const rest = whole ? `<div${own}>${notice.html}</div>${list && `<ol>${list}</ol>`}` : '';
  return `<article><p class="of">${told}</p><h3${own}>${escaped(notice.title)}</h3><p class="of">${periodIn(notice, lang)}</p>${rest}</article>`;
}

function periodIn({ starts, ends }: PublicNotice, lang: Lang): string {
  const said = words[lang];
  return ends
    ? `${said.from} ${timeOf(starts)} ${said.until} ${timeOf(ends)}`
    : `${said.since} ${timeOf(starts)}`;
}
