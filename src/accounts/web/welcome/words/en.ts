/** The words of a one-time link’s page, and of the provider’s button: neither is on every first screen. */
export const en = {
  invitation: (name: string) => `Welcome, ${name}`,
  reset: (name: string) => `A new password for ${name}`,
  invitation_lead: 'You were invited to the desk. Choose a password that only you know.',
  reset_lead: 'Choose another password. The old one ends, and you are signed out everywhere.',
  username: 'Your user name is',
  until: 'This link works once, until',
  password: 'Password',
  password_hint: 'At least 10 characters.',
  come_in: 'Come in',
  keep: 'Keep this password',
  or: 'Or without a password of your own here:',
  through: (name: string) => `Come in with ${name}`,
  over: 'This link opens nothing',
  unknown: 'It may have been cut off when it was copied. Ask for it again, whole.',
  to_sign_in: 'To the sign-in page',
  sign_in_through: (name: string) => `Sign in with ${name}`,
  sign_in_hint: 'For the people of the desk.',
};
export type WelcomeWords = typeof en;
