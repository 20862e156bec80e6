export const en = {
  as_of: (time: string) => `What you see is as of ${time}.`,
  call: 'By phone:',
  emergency: 'Emergency numbers',
  guide: 'Why can’t I connect?',
};
export type LineWords = typeof en;
