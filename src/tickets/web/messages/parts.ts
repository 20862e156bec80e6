import { soon } from '#ui/floating/soon.tsx';

/** What few messages need: fetched when the page has come to rest. */
export const Edited = soon(async () => (await import('./Edited.tsx')).WhatItWas);
export const WrittenThenSent = soon(async () => (await import('./WrittenThenSent.tsx')).WrittenThenSent);
export const EditForm = soon(async () => (await import('./EditForm.tsx')).EditForm);
