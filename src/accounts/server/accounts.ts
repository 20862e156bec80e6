/** The door of the accounts' house: what other houses, and the server's map, may call. */

export { agentForAssignment } from './agents.ts';
export { limitAnybody } from './anybody.ts';
export { deskPerson, gateOf, refuseOtherSites } from './gate.ts';
export { demandSeen, firstYear, readDays, shownDifference } from './igroup/importing.ts';
export { deskTime, deskTimes, desk_times_said, igroupNames, timesOf } from './igroup/store.ts';
export { putPeople } from './importing/people.ts';
export { namedInDraft } from './drafts/store.ts';
export { addPerson, changePerson, setSchoolLogins, unlessTaken, type PersonRecord } from './people.ts';
export { serveRegisterFile } from './register-file.ts';
export { serveAccounts } from './routes.ts';
export { prepareSetup } from './setup.ts';
export { confirmPassword } from './sign-in/confirming.ts';
export { newCode } from './sign-in/codes.ts';
export { tokensHaveNoSession } from './sign-in/sign-in.ts';
export { hashPassword } from './sign-in/passwords.ts';
export { peopleOfSide, usernameOf } from './store.ts';
export { people, team_people, teams } from './tables.ts';
export { teamNamed } from './teams/teams.ts';
