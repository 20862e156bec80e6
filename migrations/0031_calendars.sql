-- Days of the desk's own: closed, or open at other hours than its week says. A row is told and at most taken back, so
-- what was measured by it stays. And of a school's days off: which one it is, who said it, and that the school keeps them.

create table desk_days (
  id integer generated always as identity primary key,
  -- Days of the desk's zone, both of them meant.
  first_day date not null,
  last_day date not null,
  name text not null check (length(name) between 1 and 80),
  -- Stretches of each of these days: [{"from_minute": 480, "to_minute": 720}]; none: closed.
  hours jsonb not null check (jsonb_typeof(hours) = 'array'),
  told_by integer not null references people,
  told_at timestamptz not null,
  taken_back_by integer references people,
  taken_back_at timestamptz,
  check (last_day >= first_day),
  check (num_nulls(taken_back_by, taken_back_at) in (0, 2))
);
create index desk_days_standing on desk_days (last_day desc) where taken_back_at is null;

alter table desk_days enable row level security;
alter table desk_days force row level security;
grant select, insert on desk_days to firstline_desk;
grant update (taken_back_by, taken_back_at) on desk_days to firstline_desk;
grant select on desk_days to firstline_software;
-- A school's deeds are measured by the desk's days; who told them is not for it.
grant select (id, first_day, last_day, name, hours, told_at, taken_back_at) on desk_days to firstline_school;
create policy everything_seen_by_schools on desk_days for select to firstline_school using (true);
create policy everything on desk_days to firstline_desk using (true) with check (true);
create policy everything_seen on desk_days for select to firstline_software using (true);

-- Nobody knows who said what was there before.
alter table days_off
  add column id integer generated always as identity unique,
  add column said_by integer references people,
  add column said_at timestamptz,
  add check (num_nulls(said_by, said_at) in (0, 2));

-- A school's lead keeps its own.
grant insert, delete, update (last_day) on days_off to firstline_school;
