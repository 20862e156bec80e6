import { wordsOf } from '#ui/ui.ts';
import type { PortalWords } from './words/en.ts';

export const usePortalWords = wordsOf<PortalWords>('portal');
