import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { ConfigurationRequest } from '#configuration/rules/request.ts';
import type { Step } from '#configuration/rules/states.ts';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, NotYet } from '#ui/ui.ts';
import { RequestFacts } from '../shown/RequestFacts.tsx';
import { ApproveSheet } from './ApproveSheet.tsx';
import { askRequest, useDeskWords } from './asking.ts';
import { SettleSheet } from './SettleSheet.tsx';
import { StepSheet } from './StepSheet.tsx';

/** On the ticket's page at the desk: what is asked, and all that can be done with it, by button, key and palette. */
export function DeskRequest({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <Suspense fallback={null}>
      <Asked number={ticket.number} />
    </Suspense>
  );
}

/** In which order they are offered, and their keys. */
const offered = [
  ['change', 'settle', 's'],
  ['approve', 'approve', 'a'],
  ['refuse', 'refuse', 'r'],
  ['complete', 'complete', 'd'],
  ['plan', 'plan', 'p'],
  ['roll_back', 'roll_back', 'b'],
  ['give_up', 'give_up', 'g'],
] as const satisfies [Step, string, string][];

function Asked({ number }: { number: number }) {
  const words = useDeskWords();
  const asked = useQuery(askRequest(number));
  const [sheet, setSheet] = useState<Step>();
  const request = asked.data;
  // What is not settled yet is settled first.
  const begin = (step: Step) =>
    setSheet(step === 'approve' && request && request.lacking.length > 0 ? 'change' : step);
  const possible = offered.filter(([step]) => request?.can[step]);
  useCommands(
    possible.map(([step, name, key]) => ({
      id: `configuration_${step}`,
      name: words.commands[name],
      where: 'ticket' as const,
      group: 'command' as const,
      keys: ['q', key],
      run: () => begin(step),
    })),
  );
  if (!request) return <NotYet asked={asked} lines={4} />;
  return (
    <RequestFacts
      request={request}
      deeds={
        <div className="deeds">
          {request.your_own && <p className="second">{words.deeds.your_own}</p>}
          {possible.map(([step, name, key]) => (
            <Button
              key={step}
              small
              look={isNext(step, request) ? 'main' : 'plain'}
              title={`${words.commands[name]} (q ${key})`}
              onClick={() => begin(step)}
            >
              {words.deeds[name]}
            </Button>
          ))}
        </div>
      }
    >
      {sheet === 'change' && <SettleSheet request={request} onClose={() => setSheet(undefined)} />}
      {sheet === 'approve' && <ApproveSheet request={request} onClose={() => setSheet(undefined)} />}
      {sheet && sheet !== 'change' && sheet !== 'approve' && (
        <StepSheet step={sheet} request={request} onClose={() => setSheet(undefined)} />
      )}
    </RequestFacts>
  );
}

/** The one thing to do next: settle what is lacking, then decide, then do it. */
const isNext = (step: Step, { lacking }: ConfigurationRequest): boolean =>
  step === 'complete' || (lacking.length > 0 ? step === 'change' : step === 'approve');
