import type { Session } from '#accounts/rules/session.ts';
import type { Check, PublicGuide } from '#guide/rules/check.ts';
import type { Measured } from '#guide/rules/measuring/measured.ts';
import type { Notice } from '#status/rules/notice.ts';
import { walk } from '#guide/rules/walking.ts';
import { currentLang, langs, rememberLang, showLang } from '#ui/words/lang.ts';
import { aside } from './aside.ts';
import {
  loadGuide,
  loadNotices,
  loadSession,
  sayMeToo,
  sendRun,
  type Sending,
  type WorksWith,
} from './asking.ts';
import { button, element, text } from './draw.ts';
import { ending } from './ending.ts';
import { head } from './head.ts';
import { measureHere, tryWindow } from './measuring.ts';
import { needed_id } from './needs.ts';
import { onPaper } from './paper.ts';
import { question } from './question.ts';
import { forgetRun, freshRun, keepRun, keptRun, type Run } from './run.ts';
import { send_id, sending, type Opens } from './sending.ts';
import { holdsAt, steadily } from './steady.ts';
import type { GuideWords } from './words/en.ts';
import '#ui/tokens.css';
import '#ui/base.css';
import '#ui/parts/marks.css';
import '#ui/parts/button.css';
import './page.css';
import './ending.css';
import './measured.css';
import './narrow.css';
import './printed.css';

/** Everything that the page shows follows from this. */
export interface Shown {
  words: GuideWords;
  public_guide: PublicGuide;
  run: Run;
  /** Which of the answered questions is looked at again; as many as there are answers is where the walk stands. */
  at: number;
  measured: Measured | null;
  measuring: boolean;
  session: Session | null;
  /** The form that is open in place of the question: urgent, or stopped midway. */
  form: Opens | null;
  busy: boolean;
  problem: string | null;
  done: Check | null;
  /** What is told to her school now; null where nobody is signed in for one, or it could not be asked. */
  notices: Notice[] | null;
  /** What was begun on another day stands here. */
  resumed: boolean;
}

/** What the parts of the page can do. */
export interface Deeds {
  answer: (id: string) => void;
  /** Answers what the desk needs beside the way (null: she doesn’t know), or takes that back. */
  beside: (question: string, answer: string | null | undefined) => void;
  go: (at: number) => void;
  afresh: () => void;
  measure: () => void;
  windows: () => void;
  print: () => void;
  open: (form: Opens | null) => void;
  write: (what: Partial<Pick<Run, 'message' | 'phone'>>) => void;
  send: (sending: Sending) => void;
  /** Says of a notice that she has it too, or takes that back. */
  meToo: (notice: string, says: boolean) => void;
}

const words_of = {
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
};

/** Opens the guide: its words and its data at once, who is signed in after that. Where the line breaks, tries again. */
export async function openGuide(root: HTMLElement): Promise<void> {
  const lang = currentLang();
  showLang(lang);
  const loading = loadGuide();
  loading.catch(() => undefined);
  const words = await words_of[lang]();
  try {
    live(root, words, await loading);
  } catch {
    const again = button('main', words.again, () => void openGuide(root));
    root.replaceChildren(element('main', { class: 'page guide' }, text('p', '', words.failed), again));
  }
}

/** The other language: the same place, loaded anew. */
const speakOther = (): void => {
  rememberLang(langs.find(lang => lang !== currentLang())!);
  location.reload();
};

function live(root: HTMLElement, words: GuideWords, public_guide: PublicGuide): void {
  const run = keptRun(public_guide);
  let now: Shown = {
    ...{ words, public_guide, run, at: run.answers.length, measured: run.measured, measuring: false },
    ...{ session: null, form: null, busy: false, problem: null, done: null, notices: null },
    resumed: run.answers.length > 0,
  };

  const drawNow = () => draw(root, now, deeds);
  const drawSteadily = steadily(drawNow);
  const show = (more: Partial<Shown>, { arrives = false } = {}) => {
    now = { ...now, ...more };
    if (arrives) drawNow();
    else drawSteadily();
    if (arrives) root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    if (arrives) scrollTo(0, 0);
  };
  const change = (more: Partial<Run>) => {
    const changed = { ...now.run, ...more };
    keepRun(changed);
    return changed;
  };
  const goTo = (at: number) => {
    if (location.hash !== `#${at + 1}`) history.pushState(null, '', `#${at + 1}`);
    show({ at, form: null, problem: null, done: null }, { arrives: true });
  };

  const deeds: Deeds = {
    answer(id) {
      const { here } = walk(now.public_guide.guide, now.run.answers.slice(0, now.at));
      if (!('question' in here)) return;
      const same = now.run.answers[now.at]?.[1] === id;
      const before = now.run.answers.slice(0, same ? undefined : now.at);
      const answers: Run['answers'] = same ? before : [...before, [here.question.id, id]];
      now = { ...now, run: change({ answers, answered: new Date().toISOString() }), resumed: false };
      goTo(now.at + 1);
    },
    beside(question, answer) {
      const others = now.run.beside.filter(([id]) => id !== question);
      const beside: Run['beside'] = answer === undefined ? others : [...others, [question, answer]];
      show({ run: change({ beside, answered: new Date().toISOString() }) });
      (document.getElementById(needed_id) ?? document.getElementById(send_id))?.focus();
    },
    go: goTo,
    afresh() {
      forgetRun();
      now = {
        ...now,
        run: freshRun(now.public_guide.version, now.session?.person.id ?? null),
        resumed: false,
      };
      goTo(0);
    },
    measure: () => void measureNow(),
    windows() {
      const popups = tryWindow();
      const measured = { ...(now.measured ?? { at: new Date().toISOString() }), popups };
      show({ measured, run: change({ measured }) });
    },
    print: () => onPaper(now),
    open: form => show({ form, problem: null }, { arrives: true }),
    write: what => void (now = { ...now, run: change(what) }),
    send: sendNow,
    meToo: (notice, says) => void tellMeToo(notice, says),
  };

  async function measureNow() {
    if (now.measuring) return;
    show({ measuring: true });
    await measureHere(now.public_guide, now.measured, {
      notices: countNotices(),
      tell: measured => show({ measured, run: change({ measured }) }),
    }).catch(() => undefined);
    show({ measuring: false });
  }

  /** What is told to her school is shown as soon as it is known. */
  async function countNotices(): Promise<number | undefined> {
    const notices = now.session?.side === 'school' ? await loadNotices() : null;
    if (notices) show({ notices });
    return notices?.length;
  }

  async function sendNow(what: Sending) {
    if (now.busy) return;
    show({ busy: true, problem: null });
    const told = await sendRun(now.run, what);
    if (typeof told === 'string') return show({ busy: false, problem: told || now.words.not_sent });
    const sent = change({ ticket: told.ticket, sent: told.code });
    // What came to its end is over: the next who begins here begins afresh.
    if (told.ending) forgetRun();
    show({ busy: false, run: sent, done: told, form: null }, { arrives: true });
  }

  async function tellMeToo(id: string, says: boolean) {
    if (now.busy) return;
    show({ busy: true, problem: null });
    const told = await sayMeToo(id, says ? await worksWith() : null);
    if (typeof told === 'string') return show({ busy: false, problem: told || now.words.not_sent });
    const notices = (now.notices ?? []).map(each => (each.id === id ? told : each));
    show({ busy: false, notices });
    // Her button has become the way back, or the other way round.
    document.getElementById(says ? `back-${id}` : `too-${id}`)?.focus();
  }

  addEventListener('popstate', () => {
    const wanted = Number(location.hash.slice(1)) - 1;
    const at = Number.isInteger(wanted) && wanted >= 0 ? Math.min(wanted, now.run.answers.length) : 0;
    show({ at, form: null, done: null, problem: null }, { arrives: true });
  });
  show({});
  void loadSession().then(session => {
    const person = session?.person.id ?? null;
    // Nothing of one person stays for the next; what nobody began while signed in is whoever's signs in.
    if (now.run.person !== null && person !== null && now.run.person !== person) {
      forgetRun();
      const fresh = freshRun(now.public_guide.version, person);
      show({ session, run: fresh, at: 0, measured: null, resumed: false });
    } else show({ session, run: person === null ? now.run : { ...now.run, person } });
    return measureNow();
  });
}

/** What she works with, as everywhere where a problem is counted; nothing where that can't be found out. */
const worksWith = (): Promise<WorksWith> =>
  import('#tickets/web/environment/detect.ts')
    .then(({ detect }) => detect('/'))
    .then(
      ({ browser, system }) => ({ browser, system }),
      () => ({}),
    );

/** Draws the page as it is now; where somebody types or stands with the focus, she stays. */
function draw(root: HTMLElement, now: Shown, deeds: Deeds): void {
  const { words, public_guide, run, at } = now;
  const giveBack = holdsAt(root);
  const { here } = walk(public_guide.guide, run.answers.slice(0, at));
  const body = now.form
    ? sending(now, deeds, now.form)
    : 'outcome' in here
      ? ending(now, deeds, here.outcome)
      : question(now, deeds, here.question);
  document.title = `${words.title} · ${public_guide.called ?? 'Firstline'}`;
  root.replaceChildren(
    element('a', { class: 'skip', href: '#main', onclick: skip }, words.skip),
    head(now, speakOther),
    element(
      'main',
      { id: 'main', class: 'page guide', tabindex: -1 },
      top(now, deeds),
      columns(body, aside(now, deeds)),
    ),
  );
  giveBack();
}

/** The address keeps the question, so the way past the head goes without it. */
const skip = (event: Event) => {
  event.preventDefault();
  document.getElementById('main')?.focus();
};

const columns = (body: HTMLElement, beside: HTMLElement) =>
  element('div', { class: 'columns' }, element('div', {}, body), beside);

const top = ({ words, resumed, session }: Shown, deeds: Deeds) =>
  element(
    'div',
    { class: 'above no-print' },
    element(
      'p',
      { class: 't-14 quiet' },
      session?.side === 'school' && [element('a', { href: '/' }, words.home), ' › '],
      words.title,
    ),
    resumed
      ? element(
          'p',
          { class: 't-14', role: 'status' },
          words.from_before,
          ' ',
          button('small', words.afresh, deeds.afresh),
        )
      : text('p', 't-14 quiet kept', words.kept),
  );
