-- What the figures need to know of the man's side, and what was released, as it was released.
create table known_run (
  id            uuid primary key,
  template_code text not null
);
create table known_enrolment (
  id          uuid primary key,
  referral_id uuid not null,
  run_id      uuid not null,
  started_on  date,
  ended_on    date
);
create index known_enrolment_referral on known_enrolment (referral_id);

create table published_cell (
  publication_id uuid not null references published_aggregate (id),
  position       int not null,
  metric         text not null,
  variant        text not null,
  numerator      int,
  denominator    int,
  suppressed     boolean not null,
  primary key (publication_id, position),
  check (not suppressed or (numerator is null and denominator is null))
);
comment on table published_cell is 'The ledger: every figure that left, to the byte. What left stays as it is.';

create index survivor_case_received on survivor_case (received_at);
create index contact_task_case on contact_task (case_id, raised_at);

do $$
declare
  name text;
begin
  foreach name in array array['known_run', 'known_enrolment', 'published_cell'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
grant update (template_code) on known_run to ${appRole};
grant update (started_on, ended_on) on known_enrolment to ${appRole};
