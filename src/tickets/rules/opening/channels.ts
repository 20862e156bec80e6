import type { Words } from '#platform/schemas.ts';

/** How a question came to the desk. `web`: typed here by the one who asks, or by a script. */
export const channels = ['web', 'phone', 'email', 'in_person', 'letter'] as const;
export type Channel = (typeof channels)[number];

/** What a person of the desk may choose when she writes down what somebody else asks. */
export const told_channels = ['phone', 'email', 'in_person', 'letter'] as const satisfies readonly Channel[];

export const channel_names: Record<Channel, Words> = {
  web: { en: 'On the web', fr: 'Sur le web' },
  phone: { en: 'By phone', fr: 'Par téléphone' },
  email: { en: 'By mail', fr: 'Par courriel' },
  in_person: { en: 'In person', fr: 'En personne' },
  letter: { en: 'By letter', fr: 'Par lettre' },
};

interface Opened {
  by: string;
  requester: string;
  channel: Channel;
  caller: string | null;
  /** For the desk. */
  call_back: string | null;
}

/** For both sides, how a ticket came that somebody else wrote down: "Opened by Maya Chen for Maria Santos, by phone." */
export function openedWords({ by, requester, channel, caller, call_back }: Opened): Words {
  const how = (lang: 'en' | 'fr') =>
    channel === 'web' ? '' : `, ${channel_names[channel][lang].toLowerCase()}`;
  return {
    en: `Opened by ${by} for ${requester}${how('en')}.${caller ? ` ${caller} asked.` : ''}${call_back ? ` Call back at ${call_back}.` : ''}`,
    fr: `Ouvert par ${by} pour ${requester}${how('fr')}.${caller ? ` La demande vient de ${caller}.` : ''}${call_back ? ` Rappeler au ${call_back}.` : ''}`,
  };
}
