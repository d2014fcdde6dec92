-- No statute names a period for these records: the periods are a policy, kept as data with its reason
-- (docs/decisions/0008-retention-and-erasure.md).
create table retention_rule (
  code               text primary key,
  keep_months        int not null check (keep_months > 0),
  erased_on_request  boolean not null,
  basis              text not null
);
comment on column retention_rule.erased_on_request is 'Whether he is erased when he asks, before the period is over.';
grant select on retention_rule to ${appRole};
insert into retention_rule (code, keep_months, erased_on_request, basis) values
  ('NOT_ACCEPTED', 24, true, 'Two years after the decision, to see repeated referrals'),
  ('PROGRAMME_FILE', 84, false, 'Seven years after the exit: limitation of claims, and audit');

alter table referral
  add column erased_at timestamptz,
  alter column given_name drop not null,
  alter column family_name drop not null,
  alter column date_of_birth drop not null,
  add constraint referral_names_a_man_unless_erased check (
    erased_at is not null
    or (given_name is not null and family_name is not null and date_of_birth is not null)),
  add constraint referral_erased_names_nobody check (
    erased_at is null
    or (given_name is null and family_name is null and date_of_birth is null
      and phone is null and postcode is null and nhs_number is null and risk_notes is null));
-- For the list of what is due: the oldest endings first.
create index referral_kept on referral (ended_at, id) where erased_at is null and ended_at is not null;
create index known_enrolment_ended on known_enrolment (ended_on, referral_id) where ended_on is not null;

create table legal_hold (
  id          uuid primary key,
  referral_id uuid not null references referral,
  reason_code text not null,
  note        text,
  placed_at   timestamptz not null,
  placed_by   text not null,
  lifted_at   timestamptz,
  lifted_by   text,
  lifted_why  text,
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index legal_hold_open on legal_hold (referral_id) where lifted_at is null;
create index legal_hold_by_referral on legal_hold (referral_id, id desc);
alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy staff_only on legal_hold
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert on legal_hold to ${appRole};
grant update (lifted_at, lifted_by, lifted_why, note) on legal_hold to ${appRole};

create table retention_decision (
  id          uuid primary key,
  referral_id uuid not null references referral,
  decision    text not null check (decision in ('KEEP', 'DESTROY')),
  keep_until  date,
  reason      text not null,
  decided_at  timestamptz not null,
  decided_by  text not null,
  check ((decision = 'KEEP') = (keep_until is not null))
);
create index retention_decision_by_referral on retention_decision (referral_id, id desc);
alter table retention_decision enable row level security;
alter table retention_decision force row level security;
create policy staff_only on retention_decision
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert on retention_decision to ${appRole};
grant update (reason) on retention_decision to ${appRole};

-- A hold stops the destruction itself, whoever orders it and by whatever way.
create function refuse_erasure_under_hold() returns trigger language plpgsql as $$
begin
  if exists (select 1 from legal_hold where referral_id = new.id and lifted_at is null) then
    raise exception 'A legal hold is on the referral' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger referral_legal_hold before update of erased_at on referral
  for each row when (old.erased_at is null and new.erased_at is not null)
  execute function refuse_erasure_under_hold();

-- Erasure also reaches what was kept for repeats and for sending again.
grant update (disclosed_physical_12m, disclosed_sexual_12m, disclosed_coercive_control_12m,
  disclosed_emotional_12m, disclosed_economic_12m, safeguarding_actions) on screening to ${appRole};
grant update (payload, type) on outbox to ${appRole};
