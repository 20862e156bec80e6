-- The rest of the articles (S6, S20a-d): pictures, snippets, what was searched in vain, and how much each is used.

-- A picture of an article, named in its text as (picture:ID). What is kept was drawn anew from what was sent: smaller, and
-- without where and by what it was taken. `source_sha256` is of what was sent, so that the same again is the same picture.
create table article_pictures (
  id integer generated always as identity primary key,
  article_id integer not null references articles on delete cascade,
  sha256 text not null,
  source_sha256 text not null,
  type text not null check (type in ('image/png', 'image/jpeg')),
  size integer not null,
  width integer not null,
  height integer not null,
  added_by integer not null references people,
  added_at timestamptz not null,
  unique (article_id, source_sha256)
);
create index article_pictures_content on article_pictures (sha256);

-- A piece of text that articles put in by its name; kept in their text as {{#ID}}. It holds no other.
create table article_snippets (
  id integer generated always as identity primary key,
  name text not null,
  body text not null,
  edition integer not null default 1,
  written_by integer not null references people,
  written_at timestamptz not null
);
create unique index article_snippets_named on article_snippets (lower(name));

-- As it was written, where snippets are put in; `body` is then what is shown.
alter table articles add column source text;
alter table article_versions add column source text;

-- How often an article was of use in the last 90 days, at all schools together: a school reads no other's uses, and is
-- shown what helps everywhere. Counted by a job; no answer holds it.
alter table articles add column recent_uses integer not null default 0;

-- What was looked for and not found, by its words, without anybody's name. Without a school: by somebody not signed in.
create table article_searches (
  id integer generated always as identity primary key,
  words text not null,
  school_id integer references schools,
  count integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  unique nulls not distinct (words, school_id)
);
create index article_searches_last on article_searches (last_at);

-- What of it the editors have done with: left, or an article was begun that answers it.
create table article_searches_done (
  words text primary key,
  article_id integer references articles on delete cascade,
  done_by integer not null references people,
  done_at timestamptz not null
);

-- The weekly notice of them is of no ticket.
alter table notices add column week date;
alter table notices drop constraint notices_of_one;
alter table notices add constraint notices_of_one check (num_nonnulls(ticket_number, month, status_id, topic_id, week) = 1);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['article_pictures', 'article_snippets', 'article_searches', 'article_searches_done'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to firstline_desk, firstline_software', name);
    execute format('create policy everything on %I to firstline_desk, firstline_software using (true) with check (true)', name);
  end loop;
end $$;

grant insert, update on article_pictures to firstline_desk;
grant delete on article_pictures to firstline_software;
grant insert, update, delete on article_snippets to firstline_desk;
grant insert, delete on article_searches_done to firstline_desk;
grant insert, update, delete on article_searches to firstline_software;
grant update (recent_uses) on articles to firstline_software;

-- A school sees a picture where it reads an article that shows it.
grant select on article_pictures to firstline_school;
create policy shown on article_pictures for select to firstline_school
  using (exists (select from articles a where a.id = article_id and a.body ~ ('\(picture:' || article_pictures.id || '[\s)]')));

-- A school adds to what it looked for itself.
grant select, insert, update on article_searches to firstline_school;
create policy own_school on article_searches to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
