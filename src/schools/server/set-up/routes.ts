import { keepersOfSchools } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { SetUp, StepPath } from '../../rules/set-up/set-up.ts';
import { putOffStep, seeSetUp, takeStepUp } from './set-up.ts';

export const setUpRoutes = [
  route({
    method: 'GET',
    path: '/api/set-up',
    says: 'The first run: its steps, and what is still missing',
    may: keepersOfSchools,
    answer: SetUp,
    deed: ctx => seeSetUp(ctx),
  }),
  route({
    method: 'PUT',
    path: '/api/set-up/:step/put-off',
    says: 'Put a step of the first run off',
    may: keepersOfSchools,
    params: StepPath,
    answer: SetUp,
    deed: (ctx, { params }) => putOffStep(ctx, params.step),
  }),
  route({
    method: 'DELETE',
    path: '/api/set-up/:step/put-off',
    says: 'Take a step of the first run up again',
    may: keepersOfSchools,
    params: StepPath,
    answer: SetUp,
    deed: (ctx, { params }) => takeStepUp(ctx, params.step),
  }),
];
