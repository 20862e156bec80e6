import type { Standing } from '#schools/rules/standing.ts';
import type { House } from './house.ts';

/** Somebody of a school that every door is open to, in tests of what is not about the gate. */
export const at_open_school = {
  since: { trained_from: '2026-01-01', stage1_from: '2026-01-01', suspended_from: null },
  today: '2026-11-30',
};

const yes = [false, true];

/** Every way that a school may stand. */
export const standings: Standing[] = yes.flatMap(suspended =>
  yes.flatMap(stage1 => yes.map(trained => ({ trained, stage1, suspended }))),
);

/** Makes a school stand so, since long ago, as its recorded facts would. */
export const stands = (house: House, school: number, { trained, stage1, suspended }: Standing) =>
  house.database.pool.query(
    'update schools set trained_from = $2, stage1_from = $3, suspended_from = $4 where id = $1',
    [school, ...[trained, stage1, suspended].map(since => (since ? '2026-01-01' : null))],
  );
