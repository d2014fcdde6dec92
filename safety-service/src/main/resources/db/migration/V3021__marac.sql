-- Referrals to the multi-agency conference of her own borough. Why, and what was agreed, is under her key.
create table marac_referral (
  id                uuid primary key,
  case_id           uuid not null references survivor_case,
  borough_code      text not null,
  referred_on       date not null,
  criteria          text[] not null check (cardinality(criteria) > 0),
  dash_id           uuid references dash_assessment,
  repeat_of         uuid references marac_referral,
  survivor_aware    boolean not null,
  survivor_consents boolean not null,
  due_at            timestamptz,
  status            text not null,
  meeting_on        date,
  recorded_at       timestamptz not null,
  recorded_by       text not null,
  content           bytea not null,
  version           bigint not null
);
create index marac_referral_case on marac_referral (case_id, id);
create index marac_referral_last on marac_referral (case_id, referred_on);

create table marac_status_change (
  id          uuid primary key,
  marac_id    uuid not null references marac_referral,
  transition  text not null,
  from_status text not null,
  to_status   text not null,
  at          timestamptz not null,
  made_by     text not null,
  reason_code text
);
create index marac_status_change_marac on marac_status_change (marac_id);

create table marac_action (
  id       uuid primary key,
  marac_id uuid not null references marac_referral,
  owner    text not null,
  due_on   date not null,
  done_on  date,
  done_by  text,
  content  bytea not null,
  version  bigint not null
);
create index marac_action_marac on marac_action (marac_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['marac_referral', 'marac_status_change', 'marac_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
grant update (status, meeting_on, version) on marac_referral to ${appRole};
grant update (done_on, done_by, version) on marac_action to ${appRole};
