-- What an outcome's ticket needs and the way to it did not ask: question and answer beside the way, null where she was
-- asked and doesn't know. The code that is read out holds the way alone.
alter table checks add column beside jsonb not null default '[]';
