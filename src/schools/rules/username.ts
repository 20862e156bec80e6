/** A user name from a school's code, and another one where that is taken. */
export const proposedUsername = (code: string, time = 1): string =>
  `${code.toLowerCase()}${time === 1 ? '' : time}`.slice(-80);
