import { currentLang, lang_names, langs } from '#ui/words/lang.ts';
import { button, element, mark } from './draw.ts';
import type { Shown } from './page.ts';

/** Whose desk it is, the language, and who is signed in. */
export function head({ words, public_guide, session }: Shown, speakOther: () => void): HTMLElement {
  const other = langs.find(lang => lang !== currentLang())!;
  const home = session ? (session.side === 'desk' ? '/desk' : '/') : '/help';
  return element(
    'header',
    { class: 'top no-print' },
    element(
      'div',
      {},
      element(
        'a',
        { class: 'brand', href: home },
        mark(),
        element('span', {}, public_guide.called ?? 'Firstline'),
      ),
      element(
        'div',
        { class: 'mine' },
        button('bare small', lang_names[other], speakOther, { lang: other, id: 'language' }),
        session
          ? element(
              'span',
              { class: 't-14 who' },
              [session.person.name, session.school?.name].filter(Boolean).join(', '),
            )
          : element('a', { class: 't-14', href: '/sign-in?to=/guide' }, words.sign_in),
      ),
    ),
  );
}
