-- The trigram index serves a search for any part of a name.
create extension if not exists pg_trgm;

create table assignment (
  id          uuid primary key,
  referral_id uuid not null references referral,
  assignee    text,
  assigned_at timestamptz not null,
  assigned_by text not null
);
comment on column assignment.assignee is 'The subject of a person; null when nobody has it any more.';
create index assignment_by_referral on assignment (referral_id, id desc);
alter table assignment enable row level security;
alter table assignment force row level security;
create policy staff_only on assignment
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert on assignment to ${appRole};

create table case_list_entry (
  referral_id   uuid primary key references referral,
  borough_code  text not null,
  status        text not null,
  waiting_since date,
  next_limit    text,
  next_due_on   date,
  assignee      text,
  searched      text not null,
  check ((next_limit is null) = (next_due_on is null))
);
comment on column case_list_entry.searched is 'Name and reference, without accents and case.';
-- Newest first.
create index case_list_by_borough on case_list_entry (borough_code, referral_id desc);
create index case_list_by_status on case_list_entry (status, referral_id desc);
create index case_list_by_borough_and_status on case_list_entry (borough_code, status, referral_id desc);
create index case_list_by_assignee on case_list_entry (assignee, referral_id desc) where assignee is not null;
-- Most urgent first.
create index case_list_urgent on case_list_entry (next_due_on, referral_id) where next_due_on is not null;
create index case_list_urgent_by_borough on case_list_entry (borough_code, next_due_on, referral_id)
  where next_due_on is not null;
create index case_list_urgent_by_status on case_list_entry (status, next_due_on, referral_id)
  where next_due_on is not null;
create index case_list_urgent_by_assignee on case_list_entry (assignee, next_due_on, referral_id)
  where assignee is not null and next_due_on is not null;
create index case_list_waiting on case_list_entry (waiting_since) where waiting_since is not null;
create index case_list_searched on case_list_entry using gin (searched gin_trgm_ops);
alter table case_list_entry enable row level security;
alter table case_list_entry force row level security;
create policy borough on case_list_entry
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on case_list_entry to ${appRole};
