import { useQueryClient } from '@tanstack/react-query';
import type { Agreement } from '#agreements/rules/agreement.ts';
import { useWriting as useKeptWriting } from '#ui/drafts/use-writing.ts';
import { askAgreement, askAgreements } from '../asking.ts';
import { bodyOf, fieldsOf } from './fields.ts';

const editionOf = ({ edition }: Agreement) => edition;

/** What is being written of a draft of the agreement. */
export function useWriting(agreement: Agreement) {
  const { version } = agreement;
  const client = useQueryClient();
  const writing = useKeptWriting({
    key: `agreement:${version}`,
    address: `/api/agreements/${version}`,
    kept: agreement,
    ...{ editionOf, fieldsOf, bodyOf },
    onKept: kept => client.setQueryData(askAgreement(version).queryKey, kept),
  });
  return {
    ...writing,
    forget: async () => {
      writing.forget();
      await client.invalidateQueries({ queryKey: askAgreements().queryKey });
    },
  };
}
