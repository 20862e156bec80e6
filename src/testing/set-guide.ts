import { firstGuide } from '#guide/rules/first/first.ts';
import type { Guide } from '#guide/rules/guide.ts';

const set = {
  SIS_URL: 'https://sis.town.example/',
  SIS_HOST: 'sis.town.example',
  HELPDESK_PHONE: '250 555 0100',
};

/** The first guide of a consortium that has set its variables. */
export function setGuide(): Guide {
  const guide = firstGuide();
  return { ...guide, variables: { ...guide.variables, ...set } };
}
