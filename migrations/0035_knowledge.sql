-- Answers before tickets (S6, S20): articles with their versions, and what became of reading them.

create table articles (
  id integer generated always as identity primary key,
  -- What another system that brings articles in calls it.
  external_id text unique,
  kind text not null check (kind in ('guide', 'faq', 'knowledge')),
  audience text not null check (audience in ('public', 'schools', 'igroup')),
  -- Of schools, whom it is for: people with one of these roles; and only schools that are in Stage 1.
  for_roles text[] not null default '{}',
  stage1_only boolean not null default false,
  category text,
  lang text not null check (lang in ('en', 'fr')),
  -- What is published, the same as the newest version; 0 has never been.
  version integer not null default 0,
  title text,
  summary text,
  body text,
  published_at timestamptz,
  published_by integer references people,
  archived_at timestamptz,
  owner_id integer references people,
  review_on date,
  created_at timestamptz not null,
  created_by integer not null references people,
  check ((version = 0) = (title is null) and (version = 0) = (published_at is null))
);
create index articles_to_read on articles (audience, kind) where version > 0 and archived_at is null;

-- What is being written, for the desk alone. `edition` rises with each save, so that nothing is written over unseen.
create table article_drafts (
  article_id integer primary key references articles on delete cascade,
  title text not null,
  summary text not null default '',
  body text not null,
  edition integer not null default 1,
  written_by integer not null references people,
  written_at timestamptz not null,
  proposed_by integer references people,
  proposed_at timestamptz
);

-- What was published, for ever.
create table article_versions (
  article_id integer not null references articles,
  version integer not null check (version > 0),
  title text not null,
  summary text not null,
  body text not null,
  published_at timestamptz not null,
  published_by integer not null references people,
  primary key (article_id, version)
);
create trigger append_only before update or delete or truncate on article_versions
  for each statement execute function refuse_rewriting();

-- What became of an article for somebody who asked: read, tried in vain, or it solved the problem; of a ticket, which
-- article was written from it, was sent, solved it or was wrong. Without an article: none was there that says it.
create table article_uses (
  id bigint generated always as identity primary key,
  article_id integer references articles,
  version integer,
  kind text not null check (kind in ('read', 'tried', 'solved_it', 'written', 'sent', 'solved', 'wrong', 'missing')),
  ticket_number integer references tickets,
  school_id integer references schools,
  person_id integer not null references people,
  at timestamptz not null,
  -- What was asked when it solved it without a ticket: it teaches as a solved ticket does.
  question text check (question is null or kind = 'solved_it'),
  -- Taken back, by whoever had said it.
  undone_at timestamptz,
  check ((article_id is null) = (kind = 'missing')),
  check (kind not in ('written', 'sent', 'solved', 'wrong', 'missing') or ticket_number is not null)
);
create index article_uses_of_article on article_uses (article_id, at);
create index article_uses_of_ticket on article_uses (ticket_number) where ticket_number is not null;
create index article_uses_waiting on article_uses (person_id, at) where ticket_number is null;

-- Whether it helped, and why not, in the reader's words. The last vote of a person on a version counts.
create table article_votes (
  id bigint generated always as identity primary key,
  article_id integer not null,
  version integer not null,
  person_id integer not null references people,
  school_id integer references schools,
  helped boolean not null,
  why text,
  at timestamptz not null,
  foreign key (article_id, version) references article_versions
);
create index article_votes_of_article on article_votes (article_id, version, person_id, id desc);

-- Solved tickets of another system, which teach what solves what.
create table past_tickets (
  id integer generated always as identity primary key,
  external_id text not null unique,
  school_id integer references schools,
  subject text not null,
  description text not null,
  solution text not null,
  opened timestamptz not null,
  closed timestamptz not null,
  imported_at timestamptz not null
);
create table past_ticket_articles (
  past_ticket_id integer not null references past_tickets on delete cascade,
  article_id integer not null references articles,
  primary key (past_ticket_id, article_id)
);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['articles', 'article_drafts', 'article_versions', 'article_uses', 'article_votes',
      'past_tickets', 'past_ticket_articles'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to firstline_desk, firstline_software', name);
    execute format('create policy everything on %I to firstline_desk, firstline_software using (true) with check (true)', name);
  end loop;
end $$;

grant insert, update on articles, article_drafts, past_tickets to firstline_desk;
grant delete on article_drafts to firstline_desk;
grant insert on article_versions, article_uses, article_votes to firstline_desk;
grant insert, delete on past_ticket_articles to firstline_desk;
grant update (undone_at) on article_uses to firstline_desk, firstline_school;
grant update (ticket_number) on article_uses to firstline_software;

-- Of a ticket about rights the desk sees only what it sees of the ticket (S10).
create policy of_seen_ticket on article_uses as restrictive to firstline_desk
  using (ticket_number is null or ticket_number in (select number from tickets));
-- A school reads what is published now, by the roles of who asks and whether it is in Stage 1; no version before, which
-- may have been for others. No policy opens what is being written to a school: it may ask, and sees none. What its own
-- people said it reads.
create function acting_roles() returns text[] language sql stable parallel safe
  return string_to_array(current_setting('app.roles', true), ',');
grant select on articles, article_drafts to firstline_school;
create policy published on articles for select to firstline_school
  using (version > 0 and archived_at is null and (audience = 'public' or (audience = 'schools'
    and (for_roles = '{}' or for_roles && (select acting_roles()))
    and (not stage1_only or (select current_setting('app.stage1', true)) = 'yes'))));
grant select, insert on article_uses, article_votes to firstline_school;
create policy own_school on article_uses to firstline_school
  using (school_id = (select acting_school()))
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true))
    and kind in ('read', 'tried', 'solved_it') and article_id in (select id from articles));
create policy own_school on article_votes to firstline_school
  using (school_id = (select acting_school()))
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true))
    and article_id in (select id from articles));

-- Nothing was read before what was asked so far.
insert into event_readers (name, position) select 'answers', max(position) from events having count(*) > 0;
