-- What is kept of a school: kind, grades, wave, network, enrolment, days off, and the desk's own notes.

create table waves (
  id integer generated always as identity primary key,
  name text not null,
  planned_for date,
  made_by integer not null references people,
  made_at timestamptz not null,
  removed_at timestamptz
);
create unique index wave_names on waves (lower(name)) where removed_at is null;

alter table schools
  add column kind text check (kind in ('independent', 'first_nation', 'public', 'online', 'office')),
  -- 0 is kindergarten.
  add column first_grade smallint check (first_grade between 0 and 12),
  add column last_grade smallint check (last_grade between 0 and 12),
  add column wave_id integer references waves,
  add column network jsonb not null default '{}',
  -- Its name, code and town, folded: what it is found by.
  add column found_by text not null default '',
  -- Rises with each change, so that nobody writes over what she has not seen.
  add column version integer not null default 1,
  add check (first_grade <= last_grade and num_nulls(first_grade, last_grade) in (0, 2));
update schools set found_by = lower(concat_ws(' ', name, code, town));
create index schools_by_name on schools (lower(name), id);

-- Students in full-time equivalents, as counted on 30 September of that year.
create table enrolments (
  school_id integer not null references schools,
  year smallint not null,
  fte numeric(9, 4) not null check (fte >= 0),
  primary key (school_id, year)
);

-- Breaks and professional days of its own, beside the province's holidays; both days are off.
create table days_off (
  school_id integer not null references schools,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  kind text not null check (kind in ('break', 'professional_day')),
  name text not null,
  primary key (school_id, first_day, name)
);

create table school_notes (
  school_id integer primary key references schools,
  text text not null
);

alter table waves enable row level security;
alter table waves force row level security;
alter table enrolments enable row level security;
alter table enrolments force row level security;
alter table days_off enable row level security;
alter table days_off force row level security;
alter table school_notes enable row level security;
alter table school_notes force row level security;

grant select, insert, update on waves to firstline_desk;
grant select, insert, update, delete on enrolments, days_off, school_notes to firstline_desk;
grant select on waves, enrolments, days_off to firstline_school, firstline_software;
create policy everything on waves to firstline_desk, firstline_software using (true) with check (true);
create policy of_own_school on waves to firstline_school
  using (id = (select wave_id from schools where id = (select acting_school())));
create policy everything on enrolments to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on enrolments to firstline_school using (school_id = (select acting_school()));
create policy everything on days_off to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on days_off to firstline_school using (school_id = (select acting_school()));
create policy everything on school_notes to firstline_desk using (true) with check (true);
grant select on school_notes to firstline_software; -- the backup's reader
create policy everything_seen on school_notes for select to firstline_software using (true);
