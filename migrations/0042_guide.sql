-- The connectivity guide (S16–S19, S27): its versions, what is being written, and the runs that were kept.

-- What was published, for ever: a code that was read out says which version it is of.
create table guide_versions (
  version integer primary key check (version > 0),
  guide jsonb not null,
  -- Why it was published, in the words of who did; nobody published what an installation begins with.
  why text not null,
  published_at timestamptz not null,
  published_by integer references people
);
create trigger append_only before update or delete or truncate on guide_versions
  for each statement execute function refuse_rewriting();

-- What is being written; `edition` rises with each save, so that nothing is written over unseen.
create table guide_drafts (
  one boolean primary key default true check (one),
  guide jsonb not null,
  edition integer not null,
  -- The version that it began from.
  version integer not null references guide_versions,
  written_by integer not null references people,
  written_at timestamptz not null
);

-- One run of the guide: what was answered and measured. The same run sent again is the same row.
create table checks (
  id integer generated always as identity primary key,
  run uuid not null,
  code text not null,
  guide_version integer not null references guide_versions,
  answers jsonb not null,
  -- How it ended; null where it stopped at a question.
  outcome text,
  owner text check (owner in ('SCHOOL', 'ISP', 'IGROUP', 'BCESIS')),
  measured jsonb,
  -- The exact words that were seen on the screen.
  message text,
  school_id integer not null references schools,
  person_id integer not null references people,
  ticket_number integer references tickets,
  began_at timestamptz not null,
  kept_at timestamptz not null,
  check ((outcome is null) = (owner is null)),
  unique (school_id, run)
);
create index checks_of_ticket on checks (ticket_number) where ticket_number is not null;
create index checks_by_code on checks (code);
create index checks_newest on checks (kept_at desc);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['guide_versions', 'guide_drafts', 'checks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to firstline_desk, firstline_software', name);
    execute format('create policy everything on %I to firstline_desk, firstline_software using (true) with check (true)', name);
  end loop;
end $$;

grant insert on guide_versions to firstline_desk, firstline_software;
grant insert, update, delete on guide_drafts to firstline_desk;
grant insert on checks to firstline_desk;

-- The guide is for everybody, what is being written of it for the desk alone.
grant select on guide_versions to firstline_school;
create policy for_everybody on guide_versions for select to firstline_school using (true);

-- Of a ticket about rights the desk sees only what it sees of the ticket (S10).
create policy of_seen_ticket on checks as restrictive to firstline_desk
  using (ticket_number is null or ticket_number in (select number from tickets));
-- A school reads its own, and each of its people keeps her own.
grant select, insert, update on checks to firstline_school;
create policy own_school on checks for select to firstline_school
  using (school_id = (select acting_school())
    and (ticket_number is null or ticket_number in (select number from tickets)));
create policy keeps_own on checks for insert to firstline_school
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true))
    and (ticket_number is null or ticket_number in (select number from tickets)));
create policy goes_on_with_own on checks for update to firstline_school
  using (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)))
  with check (school_id = (select acting_school())
    and (ticket_number is null or ticket_number in (select number from tickets)));
