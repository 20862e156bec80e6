import type { WhoseAnswer } from '#guide/rules/whose/answer.ts';
import { hands_back } from '#tickets/rules/next-step.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { putInMove } from '#tickets/web/desk/write/put-in-reply.ts';
import { Button, langs, useLang, type Lang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import '../checks.css';

interface WhosePartProps {
  ticket: TicketWithMessages;
  whose: WhoseAnswer;
}

/** In the rail of a ticket: whose the matter is, what that rests on, and the way to hand it back with its next step. */
export function WhosePart({ ticket, whose }: WhosePartProps) {
  const words = useGuideWords().whose;
  const [lang] = useLang();
  const { hand_back } = whose;
  const can = !ticket.inside && ticket.can.moves.some(({ move }) => move === 'resolve');
  const handBack = (in_lang: Lang) =>
    putInMove(ticket.number, 'resolve', { answer: hand_back![in_lang], resolution_code: hands_back });
  const offered = can && hand_back ? langs : [];
  useCommands(
    offered.map(each => ({
      ...{ id: `hand_back_${each}`, name: words.command[each], where: 'ticket', group: 'command' },
      run: () => handBack(each),
    })),
  );
  return (
    <section className="rail-part rail-whose" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        <b>{whose.party_words}</b> <span className="quiet t-13">{whose.subject}</span>
      </p>
      {offered.length > 0 && (
        <p className="hand-back">
          {[lang, ...langs.filter(each => each !== lang)].map(each => (
            <Button key={each} small look="bare" onClick={() => handBack(each)}>
              {each === lang ? words.hand_back : words.in_other}
            </Button>
          ))}
        </p>
      )}
      <details className="t-13">
        <summary className="quiet">{words.why}</summary>
        <p className="second">{words.by[whose.by](whose.by_words)}</p>
        {whose.says.map(({ party, party_words, sentence }) => (
          <p key={party} className="second">
            <b>{party_words}</b>: {sentence}
          </p>
        ))}
        {whose.quote && (
          <blockquote className="quiet" lang="en">
            {whose.quote}
          </blockquote>
        )}
      </details>
    </section>
  );
}
