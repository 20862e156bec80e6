-- Imports of schools and people from a file, and what a person of a school is called elsewhere.

-- What another system calls a person of a school; nothing is known of it here but that it is one person.
alter table people
  add column external_id text,
  add check (external_id is null or school_id is not null);
create unique index people_external_ids on people (school_id, lower(external_id)) where external_id is not null;

-- The file lies on the disk under its hash while the import is open.
create table imports (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('schools', 'people')),
  name text not null,
  sha256 text not null,
  size integer not null,
  begun_by integer not null references people,
  begun_at timestamptz not null,
  -- Who went on with it last: what is done beside the requests is her deed, in her language.
  person_id integer not null references people,
  session_id uuid,
  token_id uuid,
  lang text not null,
  encoding text not null check (encoding in ('utf-8', 'windows-1252')),
  separator text not null check (separator in (',', ';', E'\t')),
  -- The field that each column of the file goes to; an empty text for a column that is left out.
  columns text[] not null,
  state text not null check (state in ('mapping', 'reading', 'ready', 'writing', 'done', 'cancelled')),
  -- How many lines were looked at, and how many there are; a server that works on it says so all the time.
  done integer not null default 0,
  total integer,
  touched_at timestamptz,
  -- How many lines are new, changed, the same, refused.
  counts jsonb,
  -- Why the last step could not be done, in both languages.
  trouble jsonb,
  ended_at timestamptz,
  check ((ended_at is not null) = (state in ('done', 'cancelled')))
);
-- One at a time: two people who import at once would look at the same schools.
create unique index imports_open on imports ((ended_at is null)) where ended_at is null;
create index imports_begun on imports (begun_at desc);

create table import_lines (
  import_id integer not null references imports on delete cascade,
  -- Its number in the file, the heads being the first.
  line integer not null,
  cells text[] not null,
  verdict text not null check (verdict in ('new', 'changed', 'same', 'refused')),
  -- What would change as [from, to] by field, or the sentences why it is refused.
  changes jsonb,
  reasons jsonb,
  primary key (import_id, line)
);
create index import_lines_of_verdict on import_lines (import_id, verdict, line);

alter table imports enable row level security;
alter table imports force row level security;
alter table import_lines enable row level security;
alter table import_lines force row level security;

-- No school has imports; of the desk, those who keep the schools (the routes say who).
grant select, insert, update on imports to firstline_desk;
grant select, insert, update, delete on import_lines to firstline_desk;
grant select, update, delete on imports to firstline_software;
grant select, insert, update, delete on import_lines to firstline_software;
create policy everything on imports to firstline_desk, firstline_software using (true) with check (true);
create policy everything on import_lines to firstline_desk, firstline_software using (true) with check (true);
