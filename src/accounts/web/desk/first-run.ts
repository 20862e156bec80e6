/** The door of what the first run shows of this house: the group's forms, and how people come into it. */
export { InviteSheet } from './AgentSheet.tsx';
export { Invitations } from './Invitations.tsx';
export { askIgroup, useIgroupLive } from './igroup/asking.ts';
export { NamesForm } from './igroup/NamesForm.tsx';
export { TimeForm } from './igroup/TimeForm.tsx';
export { LinkSheet } from './LinkSheet.tsx';
export { NameOfficer } from './NameOfficer.tsx';
