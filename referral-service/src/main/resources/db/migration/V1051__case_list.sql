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
  check ((next_limit is null) = (next_due_on is null))
);
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
alter table case_list_entry enable row level security;
alter table case_list_entry force row level security;
create policy borough on case_list_entry
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on case_list_entry to ${appRole};

-- Names and references as they are searched for, without accents and case; for staff.
create extension if not exists pg_trgm;
create table case_search (
  referral_id uuid primary key references referral,
  searched    text not null
);
create index case_search_parts on case_search using gin (searched gin_trgm_ops);
-- Not forced: LIKE is not leakproof, so under a policy the index cannot serve it (measured on 200,000 rows: 65 ms
-- by reading all of them). The function below reads as the owner, past the policy, and asks the policy's question first.
alter table case_search enable row level security;
create policy staff_only on case_search
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert, update on case_search to ${appRole};

create function cases_with(part text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.borough', true) is distinct from '*' then
    return;
  end if;
  -- Planned for the very text: a rare one goes by the index, a common one by the newest rows. Beyond the newest
  -- thousand a search is too wide to be read.
  return query execute
    'select referral_id from case_search where searched like $1 order by referral_id desc limit 1000'
    using '%' || part || '%';
end $$;
revoke execute on function cases_with(text) from public;
grant execute on function cases_with(text) to ${appRole};
