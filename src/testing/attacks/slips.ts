import { blind, type Attack } from './attack.ts';

/** The slip on which the prey's ticket was written; whoever else brings it gets nothing of what it has become. */
export const prey_slip = { id: 'PREY0SPAPER1' };

const asked = {
  subject: 'x',
  description: 'x',
  category: 'attendance',
  impact: 'one_person',
  urgency: 'low',
};

export const attacks_on_slips: readonly Attack[] = [
  blind('POST /api/tickets', me => me.post('/api/tickets', { ...asked, slip: prey_slip })),
];
