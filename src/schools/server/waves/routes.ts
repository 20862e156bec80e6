import { z } from 'zod';
import { atDesk, keepersOfSchools } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { Moved, Moving, NewWave, WaveChange, Waves } from '../../rules/wave.ts';
import { addWave, changeWave, foreseeMove, listWaves, moveSchools } from './waves.ts';

const Path = z.object({ id: id() });
const IntoPath = z.object({ id: z.union([z.literal('none'), id()]) });
const into = (wave: number | 'none') => (wave === 'none' ? null : wave);

export const waveRoutes = [
  route({
    method: 'GET',
    path: '/api/waves',
    says: 'The waves of schools, the next one first',
    may: atDesk,
    answer: Waves,
    deed: listWaves,
  }),
  route({
    method: 'POST',
    path: '/api/waves',
    says: 'Add a wave',
    may: keepersOfSchools,
    body: NewWave,
    answer: Waves,
    status: 201,
    deed: (ctx, { body }) => addWave(ctx, body),
  }),
  route({
    method: 'PATCH',
    path: '/api/waves/:id',
    says: 'Rename or plan a wave, remove it or bring it back',
    may: keepersOfSchools,
    params: Path,
    body: WaveChange,
    answer: Waves,
    deed: (ctx, { params, body }) => changeWave(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/waves/:id/preview',
    says: 'Which of these schools would move into the wave (none: out of any), and from where',
    may: keepersOfSchools,
    params: IntoPath,
    body: Moved,
    answer: Moving,
    deed: (ctx, { params, body }) => foreseeMove(ctx, into(params.id), body.schools),
  }),
  route({
    method: 'POST',
    path: '/api/waves/:id/schools',
    says: 'Move schools into the wave (none: out of any)',
    may: keepersOfSchools,
    params: IntoPath,
    body: Moved,
    answer: Moving,
    deed: (ctx, { params, body }) => moveSchools(ctx, into(params.id), body.schools),
  }),
];
