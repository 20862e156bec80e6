import type { Guide } from '#guide/rules/guide.ts';
import { allows, guide_limits, owners } from '#guide/rules/kinds.ts';
import { allow_words, owner_names } from '#guide/rules/words.ts';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import { impacts, urgencies, type Impact, type Urgency } from '#tickets/rules/priority.ts';
import { useTicketWords } from '#tickets/web/words.ts';
import { Button, Select, TextField, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { InBoth } from './InBoth.tsx';
import { NeedsField } from './NeedsField.tsx';
import { StepsField } from './StepsField.tsx';
import type { Editing } from './use-editing.ts';

type Outcome = Guide['outcomes'][number];

/** An outcome: whose it is, what to do now, and the ticket that it allows. */
export function OutcomeForm({ outcome, editing }: { outcome: Outcome; editing: Editing }) {
  const { fields: words, ...more } = useGuideWords().edit;
  const { categories, impacts: impact_words, urgencies: urgency_words } = useTicketWords();
  const [lang] = useLang();
  const { ticket } = outcome;
  const change = (part: Partial<Outcome>) =>
    editing.change(guide => ({
      ...guide,
      outcomes: guide.outcomes.map(each => (each.id === outcome.id ? { ...each, ...part } : each)),
    }));
  const ask = (part: Partial<Outcome['ticket']>) => change({ ticket: { ...ticket, ...part } });
  const remove = () =>
    editing.change(guide => ({ ...guide, outcomes: guide.outcomes.filter(({ id }) => id !== outcome.id) }));
  const options = <Id extends string>(ids: readonly Id[], names: Record<Id, string>) => [
    <option key="" value="">
      –
    </option>,
    ...ids.map(id => (
      <option key={id} value={id}>
        {names[id]}
      </option>
    )),
  ];
  const opens = ticket.allow !== 'no' && ticket.allow !== 'subscribe';
  return (
    <>
      <div className="one-head">
        <h2>{outcome.id}</h2>
        <Button small look="bare" aria-label={more.remove_what(outcome.id)} onClick={remove}>
          {more.remove}
        </Button>
      </div>
      <InBoth label={words.title} rows={1} value={outcome.title} change={title => change({ title })} />
      <div className="pair">
        <Select
          label={words.owner}
          value={outcome.owner}
          onChange={event => change({ owner: event.target.value as Outcome['owner'] })}
        >
          {owners.map(owner => (
            <option key={owner} value={owner}>
              {owner_names[owner][lang]}
            </option>
          ))}
        </Select>
        <Select
          label={words.allow}
          value={ticket.allow}
          onChange={event => ask({ allow: event.target.value as Outcome['ticket']['allow'] })}
        >
          {allows.map(allow => (
            <option key={allow} value={allow}>
              {allow_words[allow][lang]}
            </option>
          ))}
        </Select>
      </div>
      {(['resolved', 'exception'] as const).map(name => (
        <label key={name} className="in">
          <input
            type="checkbox"
            checked={outcome[name]}
            onChange={event => change({ [name]: event.target.checked })}
          />{' '}
          {words[name]}
        </label>
      ))}
      <StepsField legend={words.advice} steps={outcome.advice} change={advice => change({ advice })} />
      {opens && (
        <>
          <InBoth
            label={words.subject}
            rows={1}
            value={ticket.subject ?? { en: '', fr: '' }}
            change={subject => ask({ subject })}
          />
          <div className="triple">
            <Select
              label={words.category}
              value={ticket.category ?? ''}
              onChange={event => ask({ category: (event.target.value || undefined) as Category | undefined })}
            >
              {options(category_ids, categories)}
            </Select>
            <Select
              label={words.impact}
              value={ticket.impact ?? ''}
              onChange={event => ask({ impact: (event.target.value || undefined) as Impact | undefined })}
            >
              {options(impacts, impact_words)}
            </Select>
            <Select
              label={words.urgency}
              value={ticket.urgency ?? ''}
              onChange={event => ask({ urgency: (event.target.value || undefined) as Urgency | undefined })}
            >
              {options(urgencies, urgency_words)}
            </Select>
          </div>
          <NeedsField guide={editing.guide} needs={ticket.needs ?? []} change={needs => ask({ needs })} />
        </>
      )}
      <TextField
        label={words.seed}
        hint={more.seed_hint}
        maxLength={guide_limits.text}
        value={outcome.seed}
        onChange={event => change({ seed: event.target.value })}
      />
    </>
  );
}
