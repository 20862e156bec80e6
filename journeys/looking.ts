import type { Page } from 'playwright-core';
import { monthAfter } from '#reports/rules/statements/months.ts';
import { type Seat, violations } from './browser.ts';

/** Every page in every look, instead of pairs of them. */
export const every = process.env['ALL_PAIRS'] === 'true';

/** The month before this one, whose statement the town has. */
const last_month = monthAfter(new Date(Date.now() - 7 * 3_600_000).toISOString().slice(0, 7), -1);

/** The pages that are looked at, by who may see them. */
export const roles: { who: string; username?: string; person?: string; pages: string[] }[] = [
  {
    who: 'nobody',
    pages: [
      ...['/sign-in', '/nothing/here', '/how-fast', '/help', '/help/2'],
      ...['/process?at=P34', '/connectivity', '/status', '/guide'],
    ],
  },
  {
    who: 'a school’s secretary',
    username: 'alder',
    person: 'Maria Santos',
    pages: [
      '/',
      '/ask?card=password_access',
      '/tickets',
      '/tickets/1005',
      '/tickets/1006',
      '/tickets/1011',
      '/tickets/9999',
      '/waiting/N0THNGWA1TS0',
      '/answers?q=report%20card',
      '/answers/1',
      '/search?q=password',
      ...['/forum', '/forum/6', '/forum/new'],
    ],
  },
  {
    who: 'an agent',
    username: 'maya',
    pages: [
      '/desk',
      '/desk?show=table&group=state',
      '/desk/tickets/1011',
      '/desk/tickets/1015',
      '/desk/new',
      '/desk/schools',
      '/desk/tasks',
      '/desk/process?at=P37',
      '/desk/settings',
    ],
  },
  {
    who: 'a school’s lead',
    username: 'alder',
    person: 'Grant Bell',
    pages: [
      ...['/tickets', '/tickets/1014', '/training', '/calendar', '/accesses', '/rights', '/ask/rights'],
      ...['/exceptions', '/network'],
      ...['/ask/configuration', '/tickets/1034', '/changes', '/agreement'],
      ...['/statements', `/statements/${last_month}`],
    ],
  },
  {
    who: 'somebody of two schools',
    username: 'alder',
    person: 'Sam Okoro',
    pages: ['/account', '/also-there'],
  },
  {
    who: 'a coordinator',
    username: 'nadia',
    pages: [
      '/desk/tickets/1001',
      '/desk/schools/1',
      '/desk/announcements',
      ...['/desk/notices', '/desk/notices?write=yes'],
      '/desk/training',
      '/desk/training/1',
      '/desk/schools/7',
      '/desk/settings/group',
      '/desk/set-up?step=time',
      '/desk/settings/tags',
      '/desk/settings/checklists',
      '/desk/settings/templates',
      '/desk/settings/fields',
      '/desk/settings/macros',
      '/desk/settings/teams',
      '/desk/settings/absences',
      '/desk/dashboard',
      ...[
        '/desk/statements',
        `/desk/statements/${last_month}`,
        '/desk/statements/what-if',
        '/desk/settings/how-fast',
      ],
      ...['/desk/answers', '/desk/answers/1', '/desk/answers/1?show=writing', '/desk/answers/new'],
      ...['/desk/answers/1?show=versions', '/desk/answers/1?show=votes', '/desk/search?q=password'],
      ...['/desk/forum?show=reported', '/desk/forum/12', '/desk/forum/new'],
      ...['/desk/answers/1?show=versions', '/desk/answers/1?show=votes'],
      ...['/desk/answers/marks', '/desk/answers/snippets', '/desk/answers/searches'],
      ...['/desk/answers/words', '/desk/answers/folder'],
      '/desk/exports',
      '/desk/exports/new',
      ...['/desk/configuration', '/desk/configuration/new', '/desk/tickets/1034'],
      ...['/desk/agreements', '/desk/agreements/2?against=1', '/desk/agreements/3'],
      '/desk/rights',
      '/desk/rights/new',
      ...['/desk/exceptions?show=all', '/desk/settings/hand-back', '/desk/network'],
      ...[
        '/desk/checks',
        '/desk/guide',
        '/desk/guide?at=C16',
        '/desk/guide?at=O_DNS',
        '/desk/guide?at=variables',
        ...['/desk/guide?at=whole', '/desk/guide?at=walks&show=drawn'],
      ],
    ],
  },
  {
    who: 'an administrator',
    username: 'arun',
    pages: ['/desk/people', '/desk/tokens', '/desk/audit', '/desk/set-up?step=second_administrator'],
  },
];

/** Opens a page; within a face as a link of it would, so that what is there already is not loaded again. */
export async function opened(page: Page, path: string): Promise<void> {
  if (faceOf(page.url()) === faceOf(path)) await followed(page, path);
  else await page.goto(path, { waitUntil: 'load' });
  await page.locator('h1:visible').filter({ hasText: /\S/ }).first().waitFor();
}

/** Which page of the build an address is of; a page that is none yet is of none. */
function faceOf(address: string): string {
  const { pathname, protocol } = new URL(address, 'http://firstline.example');
  if (protocol === 'about:') return 'none';
  return /^\/(desk|guide|status)\b/.exec(pathname)?.[1] ?? 'portal';
}

const followed = (page: Page, path: string): Promise<void> =>
  page.evaluate(async href => {
    const { __TSR_ROUTER__: desk } = window as {
      __TSR_ROUTER__?: { navigate: (to: object) => Promise<void> };
    };
    if (desk) return desk.navigate({ href });
    history.pushState(null, '', href);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

export const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The desk's frame is as high as its window: only what is in it scrolls. */
const downwards = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return document.querySelector('.frame') ? scrollHeight - clientHeight : 0;
  });

/** What is wrong with the page as it stands. */
export async function standing({ page, faults }: Seat): Promise<string[]> {
  const broken = await violations(page); // when it is drawn
  const [wide, high] = [await sideways(page), await downwards(page)];
  const told = [
    ...broken,
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
    ...(high > 0 ? [`the desk is ${high} px higher than its window`] : []),
    ...faults,
  ];
  faults.length = 0;
  return told;
}
