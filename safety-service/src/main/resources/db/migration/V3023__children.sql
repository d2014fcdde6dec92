-- The children of a case, victims in their own right, and what was told to those who protect children. Who a child is, is under
-- the key of the survivor whose case it is; whether a child was under 18 when recorded is not, as figures are counted
-- without keys.
create table child (
  id              uuid primary key,
  case_id         uuid not null references survivor_case,
  under_eighteen  boolean not null,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  removed_at      timestamptz,
  removed_by      text,
  removed_reason  text,
  content         bytea not null,
  version         bigint not null
);
create index child_case on child (case_id, id);

create table safeguarding_referral (
  id           uuid primary key,
  case_id      uuid not null references survivor_case,
  referred_on  date not null,
  agency       text not null,
  children     uuid[] not null check (cardinality(children) > 0),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  outcome      text,
  outcome_on   date,
  content      bytea not null,
  version      bigint not null
);
create index safeguarding_referral_case on safeguarding_referral (case_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['child', 'safeguarding_referral'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
grant update (removed_at, removed_by, removed_reason, version) on child to ${appRole};
grant update (outcome, outcome_on, version) on safeguarding_referral to ${appRole};
