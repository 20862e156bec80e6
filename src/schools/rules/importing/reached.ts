import { WorkEmail, WorkPhone } from '../school.ts';

/** How somebody is reached at work, as a cell says it: by the rules of the form, which screens of an import need not know. */

export const emailIn = (cell: string): string | undefined => WorkEmail.safeParse(cell).data;
export const phoneIn = (cell: string): string | undefined => WorkPhone.safeParse(cell).data;
