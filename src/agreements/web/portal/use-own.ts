import type { OwnAgreement } from '#agreements/rules/agreement.ts';
import { useGet, useLive } from '#ui/ui.ts';

/** A school's own agreement, asked again when something of it moves. */
export function useOwn() {
  const asked = useGet<OwnAgreement>('/api/agreements/own');
  useLive(
    ({ kind }) => (kind.startsWith('agreement_') || kind.startsWith('fact_')) && asked.reload(),
    first => !first && asked.reload(),
    ({ kind }) => kind === 'agreements' && asked.reload(),
  );
  return asked;
}
