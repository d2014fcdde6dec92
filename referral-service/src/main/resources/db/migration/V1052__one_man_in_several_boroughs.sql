-- A man's tokens: keyed hashes by which two referrals can be found to be about one man. No borough is in
-- them, and nobody who is bound to a borough reads them.
create table person_token (
  referral_id uuid not null references referral,
  kind        text not null,
  key_id      text not null,
  token       bytea not null,
  primary key (referral_id, kind, key_id)
);
create index person_token_match on person_token (kind, key_id, token, referral_id desc);
alter table person_token enable row level security;
alter table person_token force row level security;
create policy staff_only on person_token
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert, delete on person_token to ${appRole};

-- What a coordinator decided about a pair; the latest counts, the earlier ones stay.
create table duplicate_decision (
  id                uuid primary key,
  referral_id       uuid not null references referral,
  other_referral_id uuid not null references referral,
  decision          text not null check (decision in ('SAME_MAN', 'DIFFERENT_MAN')),
  reason            text not null,
  decided_at        timestamptz not null,
  decided_by        text not null,
  check (referral_id < other_referral_id)
);
create index duplicate_decision_of_pair on duplicate_decision (referral_id, other_referral_id, id desc);
create index duplicate_decision_by_other on duplicate_decision (other_referral_id);
alter table duplicate_decision enable row level security;
alter table duplicate_decision force row level security;
create policy staff_only on duplicate_decision
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
-- A reason is in a person's own words and goes when he is erased.
grant select, insert, update (reason) on duplicate_decision to ${appRole};

create view latest_duplicate_decision with (security_invoker = true) as
  select d.* from duplicate_decision d
  where not exists (
    select 1 from duplicate_decision later
    where later.referral_id = d.referral_id and later.other_referral_id = d.other_referral_id
      and later.id > d.id);
grant select on latest_duplicate_decision to ${appRole};
