import { blind, type Attack } from './attack.ts';

/** What everybody reads of how the desk works: nothing of a school. */
export const attacks_on_documents: Attack[] = [
  blind('GET /api/documents/helpdesk-process', me => me.get('/api/documents/helpdesk-process')),
  blind('GET /api/documents/connectivity', me => me.get('/api/documents/connectivity')),
];
