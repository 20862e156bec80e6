-- What time tells of a promise waits until the person works: by her own hours and absences. Not told while it is held.
alter table notices add held_until timestamptz;
create index notices_held on notices (held_until) where held_until is not null;
