-- What the moves of a referral need beside its status.
alter table referral
  add column agreement_explained_by text,
  add column receipt_exception text check (receipt_exception in
    ('NO_PARTNER_OR_EX_IN_CONTACT_EVER', 'PARTNER_DECEASED', 'DETAILS_UNKNOWN_CONFIRMED',
     'DETAILS_HELD_FROM_OTHER_AGENCY')),
  add column accepted_on date,
  add column waiting_since date,
  add column round int not null default 1 check (round >= 1);
comment on column referral.round is 'Counts its ways through the pathway: one more with each reopening.';

-- The owner is bound by row-level security too.
select set_config('app.borough', '*', true);
update referral set
  accepted_on = (select max(c.effective_on) from referral_status_change c
    where c.referral_id = referral.id and c.transition = 'ACCEPT'),
  waiting_since = (select max(c.effective_on) from referral_status_change c
    where c.referral_id = referral.id and c.transition = 'WAIT')
where status in ('ACCEPTED', 'WAITING_LIST', 'ALLOCATED', 'DEFERRED', 'WITHDRAWN');
update referral set review_on = waiting_since + 28 where status = 'WAITING_LIST';

alter table referral add check
  (status <> 'WAITING_LIST'
    or (accepted_on is not null and waiting_since is not null and review_on is not null));
-- The waiting list in its order; it holds hundreds at most, whatever the size of the table.
create index referral_waiting on referral (accepted_on, reference) where status = 'WAITING_LIST';

alter table known_run
  add column cancelled boolean not null default false,
  add column told_at timestamptz not null default '-infinity';
