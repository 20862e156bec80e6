-- A ticket that is a request with a form of its own: rights in the supported system (S10), or its configuration (S9).
-- What it asks for stands in a table of its own house. It never changes.
alter table tickets add column request text check (request in ('rights', 'configuration'));
-- While it is under way, nothing ends the ticket over it. Kept by the house that keeps the request.
alter table tickets add column request_open boolean not null default false;
