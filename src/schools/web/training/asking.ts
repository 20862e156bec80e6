import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlaceState } from '#schools/rules/training/limits.ts';
import type { Courses, Trainings, TrainingWithPlaces } from '#schools/rules/training/training.ts';
import { api, laterWords, refused, toast, useLive } from '#ui/ui.ts';
import type { TrainingWords } from './words/en.ts';

export const useTrainingWords = laterWords<TrainingWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askTrainings = () =>
  queryOptions({
    queryKey: ['trainings'],
    queryFn: ({ signal }) => api.get<Trainings>('/api/trainings', { signal }),
  });
export const askTraining = (id: number) =>
  queryOptions({
    queryKey: ['trainings', id],
    queryFn: ({ signal }) => api.get<TrainingWithPlaces>(`/api/trainings/${id}`, { signal }),
  });
export const askCourses = () =>
  queryOptions({
    queryKey: ['trainings', 'courses'],
    queryFn: ({ signal }) => api.get<Courses>('/api/courses', { signal }),
  });

const moving = /^(training_|course_|place_|session_attended|attendance_|standing_|person_)/;

/** Asks again for the register when something in it moved. */
export function useLiveTrainings(): void {
  const client = useQueryClient();
  useLive(({ kind }) => {
    if (moving.test(kind)) void client.invalidateQueries({ queryKey: ['trainings'] });
  });
}

/** Gives somebody a place, refuses it or takes it away: at once, and undone by putting back what was. */
export function usePlace(training: number) {
  const words = useTrainingWords();
  const client = useQueryClient();
  const put = (person: number, state: PlaceState) =>
    api
      .put<TrainingWithPlaces>(`/api/trainings/${training}/places/${person}`, { state })
      .then(after => client.setQueryData(askTraining(training).queryKey, after));
  return useMutation({
    mutationFn: ({ id, to }: { id: number; name: string; was: PlaceState; to: PlaceState }) => put(id, to),
    onSuccess: (_, { id, name, was, to }) =>
      toast({
        text: `${name} ${words.place_words[to]}.`,
        action: { label: words.undo, run: () => void put(id, was).catch(refused) },
      }),
    onError: refused,
  });
}

/** Notes who was at a session: shown at once, and put right when the server refuses. */
export function useAttendance(training: number) {
  const client = useQueryClient();
  const { queryKey } = askTraining(training);
  return useMutation({
    mutationFn: ({ session, people, attended }: Noted) =>
      api.put<TrainingWithPlaces>(`/api/trainings/${training}/sessions/${session}/attendance`, {
        people,
        attended,
      }),
    onMutate: (noted: Noted) =>
      client.setQueryData(queryKey, before => before && { ...before, places: before.places.map(as(noted)) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['standing'] }),
    onError: refused,
    // The last tick of several brings what the server knows; earlier answers are older than what is shown.
    onSettled: () => {
      if (client.isMutating({ mutationKey: ['attendance', training] }) <= 1)
        void client.invalidateQueries({ queryKey });
    },
    mutationKey: ['attendance', training],
  });
}

interface Noted {
  session: number;
  people: readonly number[];
  attended: boolean;
}

const as =
  ({ session, people, attended }: Noted) =>
  (place: TrainingWithPlaces['places'][number]) =>
    people.includes(place.person.id)
      ? {
          ...place,
          attended: [...place.attended.filter(each => each !== session), ...(attended ? [session] : [])],
        }
      : place;
