create table note (
  id           uuid primary key,
  borough_code text not null,
  text         text not null,
  version      bigint not null default 0
);
alter table note enable row level security;
alter table note force row level security;
create policy borough on note
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on note to ${appRole};

create table applied (
  id  bigint generated always as identity primary key,
  key uuid not null
);
grant select, insert on applied to ${appRole};
