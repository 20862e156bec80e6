import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCommands } from '../frame/commands/commands.ts';
import { openPalette } from '../frame/palette/open.ts';
import { useKeys } from '../frame/use-keys.ts';
import { foundBy, useMacros } from './asking.ts';
import { Preview } from './Preview.tsx';
import { useApplyMacro } from './use-apply.ts';
import { useMacroWords } from './words.ts';

/** The macros of the open ticket in the palette, and `o` for them alone; it shows nothing itself. */
export function MacroCommands({ ticket }: { ticket: TicketWithMessages }) {
  const { can } = ticket;
  if (!can.note && !can.reply) return null;
  return (
    <Suspense fallback={null}>
      <Commands number={ticket.number} />
    </Suspense>
  );
}

function Commands({ number }: { number: number }) {
  const words = useMacroWords();
  const [wanted, setWanted] = useState(false);
  const { macros, asked } = useMacros(wanted);
  const navigate = useNavigate();
  const apply = useApplyMacro(number);
  useKeys({ o: () => setWanted(true) });
  useCommands([
    ...macros.map(macro => ({
      id: `macro ${macro.id}`,
      name: macro.name,
      where: 'ticket' as const,
      group: 'macro' as const,
      hint: macro.folder,
      found_by: foundBy(macro),
      beside: (
        <Suspense fallback={null}>
          <Preview ticket={number} macro={macro.id} />
        </Suspense>
      ),
      run: () => void apply(macro.id, words.text.done),
    })),
    {
      id: 'macros',
      name: macros.length > 0 ? words.all : words.none_yet,
      where: 'ticket',
      group: 'macro',
      run: () => void navigate({ to: '/desk/settings/macros' }),
    },
  ]);
  // After its lines are there: the palette shows what can be done when it is opened.
  useEffect(() => {
    if (!wanted || !asked) return;
    setWanted(false);
    openPalette('macro');
  }, [wanted, asked]);
  return null;
}
