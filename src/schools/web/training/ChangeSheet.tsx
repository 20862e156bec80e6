import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { training_limits } from '#schools/rules/training/limits.ts';
import type { TrainingWithPlaces } from '#schools/rules/training/training.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckBox, TextField, toast, useSubmit } from '#ui/ui.ts';
import { askTraining, useTrainingWords } from './asking.ts';

/** Where a training is, for how many, and whether it is held at all. */
export function ChangeSheet({ training, onClose }: { training: TrainingWithPlaces; onClose: () => void }) {
  const all = useTrainingWords();
  const words = all.training_form;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<TrainingWithPlaces>('patch');
  const [place, setPlace] = useState(training.place ?? '');
  const [capacity, setCapacity] = useState(training.capacity);
  const [cancelled, setCancelled] = useState(training.state === 'cancelled');
  const save = async () => {
    const body = { place: place.trim() || null, capacity, cancelled };
    const after = await submit(`/api/trainings/${training.id}`, body);
    if (!after) return;
    client.setQueryData(askTraining(training.id).queryKey, after);
    toast({ text: words.changed });
    onClose();
  };
  return (
    <SheetForm
      title={words.change}
      deed={words.save_change}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.place}
        autoFocus
        autoComplete="off"
        maxLength={training_limits.place}
        value={place}
        error={problem?.of('place')}
        onChange={event => setPlace(event.target.value)}
      />
      <TextField
        label={words.capacity}
        type="number"
        min={1}
        max={training_limits.capacity}
        value={capacity}
        error={problem?.of('capacity')}
        onChange={event => setCapacity(Number(event.target.value))}
      />
      <CheckBox
        label={all.cancel_training}
        checked={cancelled}
        onChange={event => setCancelled(event.target.checked)}
      />
    </SheetForm>
  );
}
