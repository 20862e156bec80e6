-- The service level agreement (S8): its versions as a document and as data, who has signed which, and who was reminded.

create table agreements (
  version integer primary key check (version > 0),
  -- Minutes of the desk's hours: {"P1": {"response": 30, "resolution": 240}, …}.
  targets jsonb not null check (jsonb_typeof(targets) = 'object'),
  -- Shares from 0 to 1: {"response": 0.9, "resolution": 0.85}.
  goals jsonb not null check (jsonb_typeof(goals) = 'object'),
  -- The desk's own: at which parts of the time, in percent, it is warned.
  warn_at jsonb not null check (jsonb_typeof(warn_at) = 'array'),
  -- In how many school days a complaint is answered, and when both sides look at the agreement again.
  complaint_days smallint check (complaint_days > 0),
  review_on date,
  -- Markdown with places that are filled from the data. Version 1 has no document: nobody signs it.
  text_en text,
  text_fr text,
  -- Rises with each save of a draft, so that nobody writes over what she has not seen.
  edition integer not null default 1,
  written_by integer references people,
  written_at timestamptz not null,
  -- A draft has none of the following; what has them is never changed again.
  published_by integer references people,
  published_at timestamptz,
  -- The day of the desk's zone, and the instant at which it began.
  effective_on date,
  effective_at timestamptz,
  -- When the desk worked on the day of publishing: {"zone": …, "week": […]}.
  hours jsonb,
  -- The documents as they are signed, with their places filled, and what each is recognized by.
  document_en text,
  document_fr text,
  sha256_en text,
  sha256_fr text,
  check ((published_at is null) = (effective_at is null)),
  check (version = 1 or num_nulls(text_en, text_fr, complaint_days, review_on, written_by) = 0),
  check (version = 1 or num_nulls(published_by, published_at, effective_on, hours, document_en, document_fr,
    sha256_en, sha256_fr) in (0, 8))
);
create unique index one_draft_of_agreement on agreements ((true)) where published_at is null;

create function refuse_editing_published() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'a published agreement is never changed' using errcode = 'FL001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_stays before update or delete on agreements
  for each row execute function refuse_editing_published();

-- What the desk strives for until something is agreed (process.json), from ever.
insert into agreements (version, targets, goals, warn_at, written_at, published_at, effective_at) values (1,
  '{"P1": {"response": 30, "resolution": 240}, "P2": {"response": 120, "resolution": 480},
    "P3": {"response": 240, "resolution": 1440}, "P4": {"response": 480, "resolution": 4800}}',
  '{"response": 0.9, "resolution": 0.85}', '[50, 80]',
  '1970-01-01 00:00+00', '1970-01-01 00:00+00', '1970-01-01 00:00+00');

-- Who signed which version, for the school and for the group. Of one signing both rows have the same fact: the
-- recorded fact that the school has signed (0015). Where that is withdrawn, neither counts any more.
create table agreement_signatures (
  id integer generated always as identity primary key,
  version integer not null references agreements,
  school_id integer not null references schools,
  fact_id integer not null references school_facts,
  side text not null check (side in ('school', 'group')),
  way text not null check (way in ('browser', 'paper')),
  -- For whom, as it was called then; who signed, and as what.
  party text not null,
  name text not null,
  role text not null,
  -- Who signed here; of a signature on paper, who recorded it.
  person_id integer not null references people,
  -- The day of the school's zone, which paper may have had long ago, and when the row was made.
  signed_on date not null,
  signed_at timestamptz not null,
  -- The document that was on the screen; of paper nothing is known.
  lang text check (lang in ('en', 'fr')),
  sha256 text,
  unique (fact_id, side),
  check (num_nulls(lang, sha256) = case way when 'browser' then 0 else 2 end)
);
create index agreement_signatures_of_school on agreement_signatures (school_id, version);
create index agreement_signatures_of_version on agreement_signatures (version, school_id);
create trigger append_only before update or delete or truncate on agreement_signatures
  for each statement execute function refuse_rewriting();

-- When schools were reminded that a version waits for their signature.
create table agreement_reminders (
  version integer not null references agreements,
  school_id integer not null references schools,
  reminded_by integer not null references people,
  reminded_at timestamptz not null,
  primary key (version, school_id, reminded_at)
);
create index agreement_reminders_of_school on agreement_reminders (school_id, version);

/* Which version holds for what a school asks at an instant: the newest that it has signed and the group countersigned by
   then; where there is none, the newest that is effective. */
create function agreement_of(school integer, at timestamptz) returns integer language sql stable parallel safe as $$
  select coalesce(
    (select max(a.version) from agreements a
      join agreement_signatures s on s.version = a.version and s.side = 'group'
      join school_facts f on f.id = s.fact_id
      where s.school_id = school and s.signed_at <= at and a.effective_at <= at
        and (f.withdrawn_at is null or f.withdrawn_at > at)),
    (select max(a.version) from agreements a where a.effective_at <= at))
$$;

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['agreements', 'agreement_signatures', 'agreement_reminders'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to firstline_desk, firstline_school, firstline_software', name);
    execute format('create policy everything on %I to firstline_desk using (true) with check (true)', name);
    execute format('create policy everything_seen on %I for select to firstline_software using (true)', name);
  end loop;
end $$;

grant insert, update, delete on agreements to firstline_desk;
grant insert on agreement_signatures, agreement_reminders to firstline_desk;

-- A school reads what is published, and signs for itself.
create policy published on agreements for select to firstline_school using (published_at is not null);
create policy own_school on agreement_reminders for select to firstline_school
  using (school_id = (select acting_school()));
grant insert on agreement_signatures to firstline_school;
create policy own_school on agreement_signatures for select to firstline_school
  using (school_id = (select acting_school()));
create policy signs on agreement_signatures for insert to firstline_school
  with check (school_id = (select acting_school()) and side = 'school' and way = 'browser'
    and 'person:' || person_id = (select current_setting('app.actor', true))
    and fact_id in (select f.id from school_facts f));

-- What a school signs in the browser is recorded as its fact, by the software in its transaction.
grant insert on school_facts to firstline_software;
