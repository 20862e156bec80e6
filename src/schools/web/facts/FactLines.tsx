import { useState } from 'react';
import type { Fact, StandingOfSchool } from '#schools/rules/facts/fact.ts';
import { Button } from '#ui/ui.ts';
import { useFactWords, useWithdrawing } from './asking.ts';
import { WithdrawSheet } from './WithdrawSheet.tsx';

/** All facts of a school, with who and when; also those that were withdrawn, and why. */
export function FactLines({ standing: { school, facts, can } }: { standing: StandingOfSchool }) {
  const words = useFactWords();
  if (facts.length === 0) return <p className="quiet">{words.no_facts}</p>;
  return (
    <details>
      <summary className="quiet">{words.facts(facts.length)}</summary>
      <ul className="lines">
        {facts.map(fact => (
          <FactLine key={fact.id} school={school} fact={fact} may={can.record} />
        ))}
      </ul>
    </details>
  );
}

function FactLine({ school, fact, may }: { school: number; fact: Fact; may: boolean }) {
  const words = useFactWords();
  const [withdrawing, setWithdrawing] = useState(false);
  const { mutate, isPending } = useWithdrawing(school, fact);
  const { kind, on, withdrawn, recorded, recorded_by, said_by } = fact;
  const what = words.kinds[kind];
  const about = [
    fact.person?.name,
    fact.document && `${fact.document} ${fact.document_version}`,
    fact.signer && `${fact.signer} (${fact.signer_role})`,
    fact.reason,
    said_by && words.said(said_by),
  ].filter(Boolean);
  return (
    <li className={withdrawn ? 'withdrawn' : undefined}>
      <span className="line-text">
        <span className="name">{what}</span> · {on.words}
        {about.length > 0 && (
          <>
            <br />
            <span className="t-13">{about.join(' · ')}</span>
          </>
        )}
        <br />
        <span className="quiet t-13">
          {words.recorded(recorded_by ?? words.software, recorded.words)}
          {withdrawn && ` · ${words.withdrawn(withdrawn.by, withdrawn.at.words)}: ${withdrawn.why}`}
        </span>
      </span>
      {may && (
        <Button
          look="bare"
          small
          busy={isPending}
          onClick={() => (withdrawn ? mutate(null) : setWithdrawing(true))}
        >
          {withdrawn ? words.bring_back : words.withdraw} <span className="sr">{`${what}, ${on.words}`}</span>
        </Button>
      )}
      {withdrawing && <WithdrawSheet school={school} fact={fact} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}
