-- What a school's standing follows from: recorded facts, and who attended which session of a training. A fact is never
-- deleted: it is withdrawn, with who, when and why.

create table school_facts (
  id integer generated always as identity primary key,
  school_id integer not null references schools,
  kind text not null check (kind in ('invited', 'signed', 'stage1', 'trained_before', 'suspended', 'lifted')),
  -- On which day, of the school's zone; Stage 1 and a suspension may be planned.
  day date not null,
  -- Which document was signed, and by whom at the school.
  document text,
  document_version text,
  signer text,
  signer_role text,
  -- Who was trained before the register was kept.
  person_id integer references people,
  -- Which suspension is lifted.
  lifts integer references school_facts,
  -- Who said so, where it was not the person who recorded it; why a school is suspended.
  said_by text,
  reason text,
  -- Nobody is the software.
  recorded_by integer references people,
  recorded_at timestamptz not null,
  withdrawn_by integer references people,
  withdrawn_at timestamptz,
  withdrawn_why text,
  check (num_nulls(document, document_version, signer, signer_role) = case kind when 'signed' then 0 else 4 end),
  check ((person_id is not null) = (kind = 'trained_before')),
  check ((lifts is not null) = (kind = 'lifted')),
  check ((reason is not null) = (kind = 'suspended')),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_why) in (0, 3))
);
create index facts_of_school on school_facts (school_id, id);
create unique index facts_once on school_facts (school_id, kind)
  where withdrawn_at is null and kind in ('invited', 'stage1');
create unique index facts_once_of_document on school_facts (school_id, lower(document), lower(document_version))
  where withdrawn_at is null and kind = 'signed';
create unique index facts_once_of_person on school_facts (person_id)
  where withdrawn_at is null and kind = 'trained_before';
create unique index facts_once_of_suspension on school_facts (lifts)
  where withdrawn_at is null and kind = 'lifted';

-- A course has parts in weeks. Who has attended all parts of its first week is trained (S23).
create table courses (
  id integer generated always as identity primary key,
  name text not null,
  -- Which of its weeks counts as the first.
  first_week smallint not null check (first_week between 1 and 52),
  made_by integer not null references people,
  made_at timestamptz not null,
  removed_at timestamptz
);
create unique index course_names on courses (lower(name)) where removed_at is null;

create table course_parts (
  id integer generated always as identity primary key,
  course_id integer not null references courses,
  week smallint not null check (week between 1 and 52),
  title text not null
);
create index parts_of_course on course_parts (course_id, week, id);

-- A course that is held: its sessions have dates.
create table trainings (
  id integer generated always as identity primary key,
  course_id integer not null references courses,
  zone text not null,
  place text,
  link text,
  capacity smallint not null check (capacity between 1 and 1000),
  made_by integer not null references people,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  check (num_nonnulls(place, link) > 0)
);
create index trainings_of_course on trainings (course_id);

create table training_sessions (
  id integer generated always as identity primary key,
  training_id integer not null references trainings,
  part_id integer not null references course_parts,
  -- The day of the training's zone on which it is held.
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  unique (training_id, part_id)
);
create index sessions_of_part on training_sessions (part_id);

-- Who asked for a place, who has one. A school asks, the desk answers.
create table training_places (
  training_id integer not null references trainings,
  person_id integer not null references people,
  school_id integer not null references schools,
  state text not null check (state in ('asked', 'booked', 'refused', 'given_up')),
  by integer not null references people,
  at timestamptz not null,
  primary key (training_id, person_id)
);
create index places_of_school on training_places (school_id);

create table attendances (
  id integer generated always as identity primary key,
  session_id integer not null references training_sessions,
  person_id integer not null references people,
  school_id integer not null references schools,
  recorded_by integer not null references people,
  recorded_at timestamptz not null,
  withdrawn_by integer references people,
  withdrawn_at timestamptz,
  withdrawn_why text,
  check (num_nulls(withdrawn_by, withdrawn_at) in (0, 2)),
  check (withdrawn_why is null or withdrawn_at is not null)
);
create unique index attendances_once on attendances (session_id, person_id) where withdrawn_at is null;
create index attendances_of_school on attendances (school_id);

-- The further steps of the roll-out, kept beside the three days of 0014 and by the same function.
alter table schools
  add column invited_from date,
  add column signed_from date,
  add column training_from date;

-- Who had a login before facts were kept has the facts that its days say. Nobody there: nobody is trained.
insert into school_facts (school_id, kind, day, recorded_at)
  select id, 'stage1', stage1_from, now() from schools where stage1_from is not null;
insert into school_facts (school_id, kind, day, person_id, recorded_at)
  select s.id, 'trained_before', s.trained_from, p.id, now()
  from schools s join people p on p.school_id = s.id
  where s.trained_from is not null and p.left_at is null;
update schools set trained_from = null
  where not exists (select from people p where p.school_id = schools.id and p.left_at is null);
update schools set training_from = trained_from;

do $$
declare
  name text;
begin
  foreach name in array array['school_facts', 'courses', 'course_parts', 'trainings', 'training_sessions',
    'training_places', 'attendances'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update on %I to firstline_desk', name);
    execute format('grant select on %I to firstline_school, firstline_software', name);
    execute format(
      'create policy everything on %I to firstline_desk, firstline_software using (true) with check (true)', name);
  end loop;
  -- Which courses there are and when they are held is for all schools; who attends is each school's own.
  foreach name in array array['courses', 'course_parts', 'trainings', 'training_sessions'] loop
    execute format('create policy for_all_schools on %I for select to firstline_school using (true)', name);
  end loop;
  foreach name in array array['school_facts', 'attendances'] loop
    execute format(
      'create policy own_school on %I for select to firstline_school using (school_id = (select acting_school()))',
      name);
  end loop;
end $$;

-- A school asks for a place, and takes that back; a booked place is the desk's to give.
grant insert, update on training_places to firstline_school;
create policy own_school on training_places for select to firstline_school
  using (school_id = (select acting_school()));
create policy asks on training_places for insert to firstline_school
  with check (school_id = (select acting_school()) and state in ('asked', 'given_up')
    and exists (select from people p where p.id = person_id and p.school_id = (select acting_school())));
create policy asks_again on training_places for update to firstline_school
  using (school_id = (select acting_school()) and state <> 'booked')
  with check (school_id = (select acting_school()) and state in ('asked', 'given_up'));
