import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptGuide } from '#guide/rules/editing.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Notice, TextField, toast, useSubmit } from '#ui/ui.ts';
import { kept_guide, useGuideWords } from '../asking.ts';

/** Publishing says why; where something is wrong with the guide, the server says what, and nothing changes. */
export function PublishSheet({ edition, onClose }: { edition: number; onClose: () => void }) {
  const words = useGuideWords().edit;
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const { submit, busy, problem } = useSubmit<KeptGuide>();
  const publish = async () => {
    const now = await submit('/api/guide/versions', { edition, why });
    if (!now) return;
    client.setQueryData(kept_guide, now);
    toast({ text: words.published(now.version) });
    onClose();
  };
  const wrong = problem?.errors.filter(({ field }) => field === 'guide') ?? [];
  return (
    <SheetForm
      title={words.publish_now}
      deed={words.publish_now}
      cancel={words.cancel}
      busy={busy}
      problem={wrong.length > 0 ? undefined : problem}
      onSubmit={() => void publish()}
      onClose={onClose}
    >
      {wrong.length > 0 && (
        <Notice tone="bad" title={problem!.detail}>
          <ul>
            {wrong.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TextField
        label={words.why}
        hint={words.why_hint}
        autoFocus
        autoComplete="off"
        required
        maxLength={200}
        error={problem?.of('why')}
        value={why}
        onChange={event => setWhy(event.target.value)}
      />
    </SheetForm>
  );
}
