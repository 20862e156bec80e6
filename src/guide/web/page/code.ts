import { telOf } from '#ui/tel.ts';
import { button, element, icon, text } from './draw.ts';
import type { Shown } from './page.ts';
import { runCode } from './run.ts';

/** What can be read out over the telephone, letter by letter, and whom to call. */
export function codePart({ words, public_guide, run }: Shown): HTMLElement {
  const groups = runCode(public_guide, run).split('-');
  const phone = public_guide.guide.variables.HELPDESK_PHONE;
  const copy = (event: Event) => {
    const pressed = event.currentTarget as HTMLElement;
    void navigator.clipboard?.writeText(groups.join('-')).then(() => (pressed.textContent = words.copied));
  };
  return element(
    'div',
    { class: 'code' },
    element(
      'div',
      {},
      element('h2', { class: 'in' }, icon('ask'), words.code),
      text('p', 't-14 quiet', words.code_hint),
      phone !== '' && element('p', { class: 'name' }, words.no_line, ' ', telephone(phone)),
    ),
    element(
      'p',
      {
        class: 'letters',
        role: 'img',
        'aria-label': words.code_label(groups.map(group => group.split('').join(' ')).join(', ')),
      },
      groups.map(group => element('span', {}, group)),
    ),
    'clipboard' in navigator && button('small no-print', words.copy, copy),
  );
}

export const telephone = (number: string) => element('a', { href: telOf(number) }, number);
