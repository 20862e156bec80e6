-- What means the same in the group's own words, which the one search, suggestions and known problems go by. A group of
-- words is never changed: another takes its place, and it stays with who took it away. The edition of all of them is how
-- many were ever written and taken away.
create table synonyms (
  id integer generated always as identity primary key,
  words text[] not null check (cardinality(words) between 2 and 8 and array_position(words, null) is null),
  written_by integer not null references people,
  written_at timestamptz not null,
  removed_by integer references people,
  removed_at timestamptz,
  check (num_nonnulls(removed_by, removed_at) in (0, 2))
);

alter table synonyms enable row level security;
alter table synonyms force row level security;
grant select on synonyms to firstline_desk, firstline_software, firstline_school;
grant insert, update on synonyms to firstline_desk;
create policy everything on synonyms to firstline_desk, firstline_software using (true) with check (true);
-- A school's words are read by them too; who wrote them is not asked for a school.
create policy in_use on synonyms for select to firstline_school using (removed_at is null);

-- The desk's people look for things in vain too: told apart from those without sign-in, who have no school either.
alter table article_searches add column by_desk boolean not null default false check (not by_desk or school_id is null);
alter table article_searches drop constraint article_searches_words_school_id_key;
alter table article_searches add unique nulls not distinct (words, school_id, by_desk);
grant insert, update on article_searches to firstline_desk;
