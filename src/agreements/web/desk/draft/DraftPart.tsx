import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Agreement } from '#agreements/rules/agreement.ts';
import { clock_words } from '#agreements/rules/terms.ts';
import { promised_clocks } from '#sla/rules/targets.ts';
import { Button, Notice, TextField, useLang } from '#ui/ui.ts';
import { Document } from '../../shown/Document.tsx';
import { Targets } from '../../shown/Targets.tsx';
import { useDeskWords } from '../asking.ts';
import { PublishSheet } from './PublishSheet.tsx';
import { RemoveSheet } from './RemoveSheet.tsx';
import { TargetsField } from './TargetsField.tsx';
import { TextPart } from './TextPart.tsx';
import { useWriting } from './use-writing.ts';

/** A draft: written by who may, read by the others of the desk. */
export function DraftPart({ agreement }: { agreement: Agreement }) {
  const words = useDeskWords();
  if (agreement.can.write) return <Writing agreement={agreement} />;
  return (
    <>
      <p className="quiet t-13">{words.draft.read_only}</p>
      <Targets agreement={agreement} words={words} />
      <Document agreement={agreement} />
    </>
  );
}

function Writing({ agreement }: { agreement: Agreement }) {
  const words = useDeskWords().draft;
  const [lang] = useLang();
  const navigate = useNavigate();
  const writing = useWriting(agreement);
  const { fields, change, state, problem, other } = writing;
  const [sheet, setSheet] = useState<'publish' | 'remove'>();
  const faultOf = (name: string) =>
    problem?.of(name) ?? agreement.faults.find(({ field }) => field === name)?.sentence;
  const wired = (name: string) => ({
    id: name,
    value: fields[name] ?? '',
    error: faultOf(name),
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  });
  return (
    <>
      <div className="agreement-bar">
        <span role="status" className="quiet t-13">
          {words.keeping[state]}
        </span>
        <div className="deeds">
          <Button onClick={() => setSheet('remove')}>{words.remove}</Button>
          <Button
            look="main"
            disabled={!agreement.can.publish || state !== 'kept'}
            onClick={() => setSheet('publish')}
          >
            {words.publish}
          </Button>
        </div>
      </div>
      {other && (
        <Notice tone="bad" title={words.meanwhile(other.written.by ?? '')}>
          <p>{words.meanwhile_hint}</p>
          <div className="deeds">
            <Button onClick={writing.keepMine}>{words.keep_mine}</Button>
            <Button onClick={writing.takeTheirs}>{words.take_theirs}</Button>
          </div>
        </Notice>
      )}
      {problem && !other && problem.errors.length === 0 && <Notice tone="bad" title={problem.detail} />}
      <Said title={words.faults} said={agreement.faults} ready={words.ready} />
      {agreement.warnings.length > 0 && <Said title={words.warnings} said={agreement.warnings} />}
      <section>
        <h2>{words.policy}</h2>
        <p className="second t-13">{words.policy_lead}</p>
        <TargetsField fields={fields} faultOf={faultOf} onChange={change} />
        <fieldset className="agreement-terms">
          <legend className="sr">{words.goals}</legend>
          {promised_clocks.map(clock => (
            <TextField
              key={clock}
              label={words.goal(clock_words[clock][lang])}
              inputMode="numeric"
              maxLength={3}
              {...wired(`goals.${clock}`)}
            />
          ))}
          <TextField
            label={words.complaint_days}
            inputMode="numeric"
            maxLength={2}
            {...wired('complaint_days')}
          />
          <TextField label={words.review_on} type="date" {...wired('review_on')} />
          <TextField label={words.warn_at} hint={words.warn_at_hint} maxLength={40} {...wired('warn_at')} />
        </fieldset>
      </section>
      <TextPart agreement={agreement} fields={fields} faultOf={faultOf} onChange={change} />
      {sheet === 'publish' && (
        <PublishSheet
          agreement={agreement}
          edition={writing.edition}
          onDone={writing.forget}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'remove' && (
        <RemoveSheet
          version={agreement.version}
          edition={writing.edition}
          onClose={() => setSheet(undefined)}
          onDone={async () => {
            await writing.forget();
            await navigate({ to: '/desk/agreements' });
          }}
        />
      )}
    </>
  );
}

interface SaidProps {
  title: string;
  said: Agreement['faults'];
  /** What stands there when nothing is said. */
  ready?: string;
}

function Said({ title, said, ready }: SaidProps) {
  if (said.length === 0) return ready ? <p className="second t-13">{ready}</p> : null;
  return (
    <Notice title={title}>
      <ul>
        {said.map(({ field, sentence }) => (
          <li key={field + sentence}>
            <a href={`#${field}`} onClick={event => reach(event, field)}>
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function reach(event: { preventDefault: () => void }, field: string): void {
  event.preventDefault();
  document.getElementById(field)?.focus();
}
