-- One search: what a published article is found by, kept when it is published. Tickets and schools have theirs.
create table article_words (
  article_id integer primary key references articles on delete cascade,
  -- Its words folded, and each by its stem, which begins with "=".
  words tsvector not null
);
create index article_words_found on article_words using gin (words);

alter table article_words enable row level security;
alter table article_words force row level security;
grant select on article_words to firstline_desk, firstline_software, firstline_school;
grant insert, update on article_words to firstline_desk;
create policy everything on article_words to firstline_desk, firstline_software using (true) with check (true);
create policy published on article_words for select to firstline_school
  using (article_id in (select id from articles));
