/** The address of the page of notices: `write` opens the form, from a ticket with its number. */
export interface NoticesSearch {
  write?: string | undefined;
  ticket?: string | undefined;
}
