-- A screening that is not finished: what was answered so far, as it was sent. It says of nobody who he is, and no rule of
-- a screening is asked of it. It goes when the screening is recorded, or when nobody has touched it for long.
create table screening_draft (
  id           uuid primary key,
  version      bigint not null,
  borough_code text not null references borough,
  form         jsonb not null,
  begun_at     timestamptz not null,
  begun_by     text not null,
  changed_at   timestamptz not null
);
create index screening_draft_by_borough on screening_draft (borough_code, id desc);
create index screening_draft_by_change on screening_draft (changed_at);
alter table screening_draft enable row level security;
alter table screening_draft force row level security;
create policy borough on screening_draft
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update, delete on screening_draft to ${appRole};
