-- Whom one calls when nothing else goes: read by everybody, also without a line.
alter table igroup add column numbers jsonb not null default '[]' check (jsonb_typeof(numbers) = 'array');
-- Rises with each change of them, so that nobody writes over what she has not seen.
alter table igroup add column numbers_version integer not null default 0;
