-- The user forum (S20c): the one place where schools read each other. What schools read stands in topics and answers, and
-- says of its author what her school chose; who she is stands apart, where no other school reads.

create table topics (
  id integer generated always as identity primary key,
  -- A category of tickets.
  area text not null,
  lang text not null check (lang in ('en', 'fr')),
  title text not null,
  text text not null,
  -- Who asked, as everybody reads it: of a school the person only where it is named by its people; of the iGroup always.
  side text not null check (side in ('school', 'desk')),
  by_name text,
  by_school text,
  asked_at timestamptz not null,
  edited_at timestamptz,
  accepted_id integer,
  locked_at timestamptz,
  hidden_at timestamptz,
  merged_into integer references topics,
  -- Kept by the software: what is there for everybody to read, whether somebody else than the asker has answered, how many
  -- have the same question, and when something was last said.
  answers integer not null default 0,
  answered boolean not null default false,
  me_toos integer not null default 0,
  last_at timestamptz not null,
  -- When it came to the desk, because nobody had answered it.
  raised_at timestamptz,
  check ((side = 'school') = (by_school is not null)),
  check (side = 'school' or by_name is not null)
);
create index topics_by_last on topics (last_at desc, id desc);
create index topics_unanswered on topics (asked_at) where not answered and hidden_at is null and merged_into is null;
create index topics_merged on topics (merged_into) where merged_into is not null;

create table topic_answers (
  id integer generated always as identity primary key,
  -- Where it stands, and where it was written: a merge moves it.
  topic_id integer not null references topics,
  written_on integer not null references topics,
  lang text not null check (lang in ('en', 'fr')),
  text text not null,
  side text not null check (side in ('school', 'desk')),
  by_name text,
  by_school text,
  written_at timestamptz not null,
  edited_at timestamptz,
  hidden_at timestamptz,
  check ((side = 'school') = (by_school is not null)),
  check (side = 'school' or by_name is not null)
);
create index topic_answers_of_topic on topic_answers (topic_id, id);
alter table topics add foreign key (accepted_id) references topic_answers;

-- Who wrote what. Of a question also whether the desk may open a ticket for her: asked by the desk, given or refused.
create table forum_authors (
  id integer generated always as identity primary key,
  topic_id integer not null references topics,
  answer_id integer references topic_answers,
  person_id integer not null references people,
  school_id integer references schools,
  at timestamptz not null,
  consent text check (consent in ('asked', 'given', 'refused')),
  check (consent is null or answer_id is null)
);
create unique index forum_authors_of_topic on forum_authors (topic_id) where answer_id is null;
create unique index forum_authors_of_answer on forum_authors (answer_id) where answer_id is not null;
create index forum_authors_of_person on forum_authors (person_id, at);
create index forum_authors_of_school on forum_authors (school_id);

-- What a question or an answer said before it was edited. `by_name` is who of the iGroup edited it, none is its author.
-- What the iGroup takes out of a text is read no more: then what it said before is inside.
create table topic_versions (
  id integer generated always as identity primary key,
  topic_id integer not null references topics,
  answer_id integer references topic_answers,
  title text,
  text text not null,
  until timestamptz not null,
  by_name text,
  inside boolean not null default false
);
create index topic_versions_of_topic on topic_versions (topic_id, id);

create table topic_me_toos (
  topic_id integer not null references topics,
  person_id integer not null references people,
  at timestamptz not null,
  primary key (topic_id, person_id)
);

-- Who follows a topic, how far she has read, and since when somebody names her there.
create table topic_followers (
  topic_id integer not null references topics,
  person_id integer not null references people,
  looked_at timestamptz not null,
  mentioned_at timestamptz,
  primary key (topic_id, person_id)
);
create index topic_followers_of_person on topic_followers (person_id);

create table topic_reports (
  id integer generated always as identity primary key,
  topic_id integer not null references topics,
  answer_id integer references topic_answers,
  person_id integer not null references people,
  school_id integer references schools,
  why text not null,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by integer references people
);
create index topic_reports_open on topic_reports (topic_id) where settled_at is null;
create index topic_reports_of_person on topic_reports (person_id, at);

-- What the desk did with a topic, and why: for the desk alone.
create table forum_marks (
  id integer generated always as identity primary key,
  topic_id integer not null references topics,
  answer_id integer references topic_answers,
  kind text not null check (kind in ('moved', 'merged', 'parted', 'locked', 'unlocked', 'hidden', 'shown', 'accepted',
    'unaccepted', 'edited')),
  by_id integer not null references people,
  at timestamptz not null,
  why text
);
create index forum_marks_of_topic on forum_marks (topic_id, id);

-- What became of a topic: an article, a ticket for who asked.
create table topic_articles (
  topic_id integer primary key references topics,
  article_id integer not null references articles,
  by_id integer not null references people,
  at timestamptz not null
);
create index topic_articles_of_article on topic_articles (article_id);
create table topic_tickets (
  topic_id integer primary key references topics,
  ticket_number integer not null references tickets,
  school_id integer not null references schools,
  by_id integer not null references people,
  at timestamptz not null
);

-- How a school's people are named; a school that has chosen nothing is named alone.
create table forum_names (
  school_id integer primary key references schools,
  names text not null check (names in ('school', 'person')),
  set_by integer not null references people,
  set_at timestamptz not null
);
-- After how many working days a topic without an answer comes to the desk: the newest row counts.
create table forum_waits (
  id integer generated always as identity primary key,
  days integer not null check (days between 1 and 30),
  set_by integer not null references people,
  set_at timestamptz not null
);

-- What a topic is found by: the words of its question and of the answers that everybody reads, folded, and each by its
-- stem, which begins with "=".
create table topic_words (
  topic_id integer primary key references topics,
  words tsvector not null
);
create index topic_words_found on topic_words using gin (words);

-- The bell tells of a topic too, by the title that it had.
alter table notices add column topic_id integer references topics;
alter table notices drop constraint notices_of_one, drop constraint notices_about;
alter table notices add constraint notices_of_one check (num_nonnulls(ticket_number, month, status_id, topic_id) = 1);
alter table notices add constraint notices_about check ((num_nulls(status_id, topic_id) = 2) = (about is null));

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['topics', 'topic_answers', 'forum_authors', 'topic_versions', 'topic_me_toos',
      'topic_followers', 'topic_reports', 'forum_marks', 'topic_articles', 'topic_tickets', 'forum_names', 'forum_waits',
      'topic_words'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to firstline_desk, firstline_software', name);
    execute format('create policy everything on %I to firstline_desk, firstline_software using (true) with check (true)', name);
  end loop;
end $$;

grant insert, update on topics, topic_answers, forum_authors to firstline_desk;
grant update on topics, topic_answers, forum_authors to firstline_software;
grant insert on topic_versions, forum_marks, topic_articles, topic_tickets, forum_waits to firstline_desk;
grant update (inside) on topic_versions to firstline_desk;
grant insert, update, delete on topic_followers to firstline_desk, firstline_school;
grant insert, update on topic_followers, topic_words to firstline_software;
grant insert, update on topic_reports to firstline_desk;

-- Of a ticket about rights the desk sees only what it sees of the ticket (S10).
create policy of_seen_ticket on topic_tickets as restrictive to firstline_desk
  using (ticket_number in (select number from tickets));

-- Every school reads what is not hidden; who wrote it, of herself alone.

grant select, insert on topics, topic_answers, forum_authors, topic_versions, topic_me_toos, topic_reports to firstline_school;
grant select on topic_followers, topic_articles, topic_tickets, forum_names, topic_words to firstline_school;
-- No policy opens these to a school: it may ask, and sees none.
grant select on forum_marks, forum_waits to firstline_school;

create policy in_sight on topics for select to firstline_school using (hidden_at is null);
create policy asks on topics for insert to firstline_school
  with check (side = 'school' and hidden_at is null and merged_into is null and locked_at is null);
create policy own_question on topics for update to firstline_school
  using (locked_at is null and merged_into is null and hidden_at is null and id in (
    select topic_id from forum_authors where answer_id is null and person_id = (select acting_person())));
grant update (title, text, edited_at, accepted_id) on topics to firstline_school;

create policy in_sight on topic_answers for select to firstline_school
  using (hidden_at is null and topic_id in (select id from topics));
create policy answers on topic_answers for insert to firstline_school
  with check (side = 'school' and hidden_at is null and topic_id = written_on
    and topic_id in (select id from topics where locked_at is null and merged_into is null));
create policy own_answer on topic_answers for update to firstline_school
  using (hidden_at is null and topic_id in (select id from topics where locked_at is null and merged_into is null)
    and id in (select answer_id from forum_authors where person_id = (select acting_person())));
grant update (text, edited_at) on topic_answers to firstline_school;

create policy own on forum_authors to firstline_school
  using (person_id = (select acting_person()))
  with check (person_id = (select acting_person()) and school_id = (select acting_school()));
grant update (consent) on forum_authors to firstline_school;

create policy in_sight on topic_versions for select to firstline_school
  using (not inside and topic_id in (select id from topics)
    and (answer_id is null or answer_id in (select id from topic_answers)));
create policy own_text on topic_versions for insert to firstline_school
  with check (not inside and by_name is null and exists (
    select from forum_authors a where a.topic_id = topic_versions.topic_id
      and a.answer_id is not distinct from topic_versions.answer_id and a.person_id = (select acting_person())));

create policy own on topic_me_toos to firstline_school
  using (person_id = (select acting_person()))
  with check (person_id = (select acting_person()) and topic_id in (select id from topics));
grant delete on topic_me_toos to firstline_school;
create policy own on topic_followers to firstline_school
  using (person_id = (select acting_person()))
  with check (person_id = (select acting_person()) and topic_id in (select id from topics));
create policy own on topic_reports to firstline_school
  using (person_id = (select acting_person()))
  with check (person_id = (select acting_person()) and school_id = (select acting_school())
    and topic_id in (select id from topics) and settled_at is null);

create policy own_articles on topic_articles for select to firstline_school
  using (topic_id in (select id from topics) and article_id in (select id from articles));
create policy own_school on topic_tickets for select to firstline_school
  using (school_id = (select acting_school()));
create policy own_school on forum_names to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
grant insert, update on forum_names to firstline_school;
create policy in_sight on topic_words for select to firstline_school
  using (topic_id in (select id from topics));

-- Nothing was read before what was asked so far.
insert into event_readers (name, position) select 'forum', max(position) from events having count(*) > 0;
