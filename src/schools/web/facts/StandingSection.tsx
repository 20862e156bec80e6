import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fact } from '#schools/rules/facts/fact.ts';
import type { FactKind } from '#schools/rules/facts/kinds.ts';
import { Button, Notice, NotYet } from '#ui/ui.ts';
import { askStanding, useFactWords, useLiveStanding } from './asking.ts';
import { FactLines } from './FactLines.tsx';
import { FactSheet } from './FactSheet.tsx';
import { Missing } from './Missing.tsx';
import { Steps } from './Steps.tsx';
import { TrainedPeople } from './TrainedPeople.tsx';
import './facts.css';

/** What is to be recorded: which kind, and of a lift which suspension. */
export interface Recording {
  kind: FactKind;
  lifts?: number;
}

/** Where a school stands, why, what it lacks and who supplies that: a part of the school's page at the desk. */
export function StandingSection({ school }: { school: { id: number } }) {
  const words = useFactWords();
  const asked = useQuery(askStanding(school.id));
  const { data: standing } = asked;
  const [recording, setRecording] = useState<Recording>();
  useLiveStanding();
  if (!standing)
    return (
      <section className="standing">
        <h2 id="standing" tabIndex={-1}>
          {words.title}
        </h2>
        <NotYet asked={asked} lines={5} words={words} />
      </section>
    );
  const suspension = standing.facts.find(fact => isOpen(fact, standing.facts));
  return (
    <section className="standing">
      <header>
        <div>
          <h2 id="standing" tabIndex={-1}>
            {words.title}
          </h2>
          <p className="quiet t-13">{words.lead}</p>
        </div>
        {standing.can.record && (
          <Button icon="plus" onClick={() => setRecording({ kind: 'invited' })}>
            {words.record}
          </Button>
        )}
      </header>
      {standing.suspended && <Notice tone="bad" title={words.suspended} />}
      <Steps steps={standing.steps} />
      <Missing
        standing={standing}
        onRecord={kind =>
          setRecording(kind === 'lifted' && suspension ? { kind, lifts: suspension.id } : { kind })
        }
      />
      <TrainedPeople school={standing.school} people={standing.people} />
      <FactLines standing={standing} />
      {recording && (
        <FactSheet standing={standing} begun={recording} onClose={() => setRecording(undefined)} />
      )}
    </section>
  );
}

/** Whether a suspension has not been lifted. */
const isOpen = ({ id, kind, withdrawn }: Fact, all: readonly Fact[]) =>
  kind === 'suspended' &&
  !withdrawn &&
  !all.some(other => other.kind === 'lifted' && other.lifts === id && !other.withdrawn);
