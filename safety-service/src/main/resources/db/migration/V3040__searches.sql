-- Who searched when, to stop whoever tries one name after another; never for what.
create table case_search (
  id    uuid primary key,
  actor text not null,
  at    timestamptz not null
);
create index case_search_recent on case_search (actor, at);
alter table case_search enable row level security;
alter table case_search force row level security;
create policy support_side on case_search to ${appRole}
  using (current_setting('app.borough', true) = '*');
revoke all on case_search from public;
grant select, insert on case_search to ${appRole};
