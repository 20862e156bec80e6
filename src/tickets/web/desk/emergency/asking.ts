import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EmergencyReports } from '#tickets/rules/emergency/emergency.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, laterWords, refused, toast } from '#ui/ui.ts';
import type { EmergenciesWords } from './words/en.ts';

export const useEmergenciesWords = laterWords<EmergenciesWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const emergencies_key = ['emergencies'];

export const askEmergencies = () =>
  queryOptions({
    queryKey: emergencies_key,
    queryFn: ({ signal }) => api.get<EmergencyReports>('/api/emergency-reports', { signal }),
    staleTime: 60_000,
  });

/** Makes the ticket of a report, once. */
export function useMakeTicket(report: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (school: number) =>
      api.post<TicketWithMessages>(`/api/emergency-reports/${report}/ticket`, { school }),
    onError: refused,
    onSettled: () => client.invalidateQueries({ queryKey: emergencies_key }),
  });
}

/** Sets a report aside or brings it back: at once, and each is undone by the other. */
export function useSetAside(report: number) {
  const words = useEmergenciesWords();
  const client = useQueryClient();
  const act = (ended: boolean) =>
    api.put<EmergencyReports>(`/api/emergency-reports/${report}/ending`, { ended });
  const show = (reports: EmergencyReports) => client.setQueryData(emergencies_key, reports);
  return useMutation({
    mutationFn: act,
    onSuccess: (reports, ended) => {
      show(reports);
      const undo = () => void act(false).then(show, refused);
      if (ended) toast({ text: words.aside, action: { label: words.undo, run: undo } });
    },
    onError: refused,
  });
}
