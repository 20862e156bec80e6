import { useSession } from '#accounts/web/accounts.tsx';
import { Face, Icon } from '#ui/ui.ts';
import { SlipDeeds } from './SlipDeeds.tsx';
import { useSlips, useWording } from './use-slips.ts';
import { useSlipWords } from './words/use-words.ts';
import './slips.css';

/** Under what was said on a ticket: one’s own replies that the line could not take yet, or that were refused. */
export function SlipReplies({ number }: { number: number }) {
  const words = useSlipWords();
  const worded = useWording();
  const { person } = useSession();
  const slips = useSlips().filter(({ ticket }) => ticket === number);
  return slips.map(slip => (
    <article key={slip.id} className="slip-reply no-print">
      <header>
        <Face name={person.name} large />
        <b>
          <Icon name={slip.refused ? 'warning' : 'clock'} /> {slip.refused ? words.refused : words.waits}
        </b>
        <span className="quiet t-14">{words.written(worded(slip.written))}</span>
      </header>
      {slip.refused && <p role="status">{slip.refused}</p>}
      <p className="words">{slip.text}</p>
      <SlipDeeds slip={slip} />
    </article>
  ));
}
