import { useState } from 'react';
import type { Exception } from '#exceptions/rules/exception.ts';
import { api, Button, refused, toast } from '#ui/ui.ts';
import { useExceptionWords } from '../words.ts';
import { useChanged } from './asking.ts';
import { StepSheet, type FormStep } from './StepSheet.tsx';

interface DeedsProps {
  exception: Exception;
  /** How long one stands where nothing is said. */
  usual_until: string;
}

/** All that can be done with an exception now. */
export function Deeds({ exception, usual_until }: DeedsProps) {
  const words = useExceptionWords();
  const changed = useChanged();
  const [step, setStep] = useState<FormStep>();
  const { can, id, topic_words, school } = exception;
  const path = `/api/exceptions/${id}`;
  const offered: [FormStep, boolean][] = [
    ['allow', can.decide],
    ['refuse', can.decide],
    ['prolong', can.prolong],
    ['end', can.end],
    ['spend', can.spend],
  ];
  const of = `${topic_words}${school ? `, ${school.name}` : ''}`;
  const withdraw = async () => {
    if (!(await api.post(`${path}/withdrawal`, {}).catch(refused))) return;
    changed();
    toast({ text: words.withdrawn_done });
  };
  return (
    <>
      {offered
        .filter(([, possible]) => possible)
        .map(([name]) => (
          <Button
            key={name}
            small
            look={name === 'allow' ? 'main' : 'bare'}
            data-deed={name}
            aria-label={`${words.deeds[name as 'allow']} ${of}`}
            onClick={() => setStep(name)}
          >
            {words.deeds[name as 'allow']}
          </Button>
        ))}
      {can.withdraw && !can.decide && (
        <Button
          small
          look="bare"
          aria-label={`${words.deeds.withdraw} ${of}`}
          onClick={() => void withdraw()}
        >
          {words.deeds.withdraw}
        </Button>
      )}
      {step && (
        <StepSheet
          step={step}
          path={path}
          first={{ until: step === 'allow' ? usual_until : (exception.until?.date ?? '') }}
          onClose={() => setStep(undefined)}
        />
      )}
    </>
  );
}
