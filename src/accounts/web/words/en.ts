export const en = {
  sign_in: {
    title: 'Sign in',
    username: 'User name',
    username_hint: 'Your school’s, or your own if you work at the desk.',
    password: 'Password',
    submit: 'Sign in',
    emergency: 'Emergency: privacy incident, or locked out',
    guide: 'I can’t connect',
    help: 'Answers without signing in',
    out_again: 'You are signed out. Sign in to go on where you were.',
  },
  who: {
    title: 'Who are you?',
    hint: 'So that we know who asks, and whom to answer.',
    find: 'Find your name',
    nobody: 'Nobody has this name here. Ask your principal to add you.',
    not_here: 'Your name is not here? Your principal or the desk can add you.',
    back: 'Another user name',
  },
  helps_with: (system: string) => `Help with ${system}`,
  account: 'My account',
  sign_out: 'Sign out',
  language: 'Language',
};
export type AccountWords = typeof en;
