/** Under which names the portal's drafts are kept: a question that is being asked, and a reply on a ticket. */
export const questionDraft = (person: number): string => `${person}:ask`;
export const replyDraft = (person: number, ticket: number): string => `${person}:ticket:${ticket}:reply`;
