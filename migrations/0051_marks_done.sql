-- What the desk said of a ticket to be wrong or missing is looked at by the editors, until one of them ticks it off.
alter table article_uses add column done_at timestamptz;
alter table article_uses add column done_by integer references people;
alter table article_uses add check ((done_at is null) = (done_by is null));
alter table article_uses add check (done_at is null or kind in ('wrong', 'missing'));
create index article_uses_to_mend on article_uses (id) where kind in ('wrong', 'missing') and undone_at is null and done_at is null;
-- From which ticket an article was written is asked on its page.
create index article_uses_written on article_uses (article_id) where kind = 'written' and undone_at is null;
grant update (done_at, done_by) on article_uses to firstline_desk;
