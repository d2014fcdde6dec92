-- Acceptance without a receipt for at-risk details: proposed by one person, decided by another.
create table exception_to_receipt (
  id                  uuid primary key,
  version             bigint not null,
  referral_id         uuid not null references referral,
  borough_code        text not null,
  code                text not null check (code in
    ('NO_PARTNER_OR_EX_IN_CONTACT_EVER', 'PARTNER_DECEASED', 'DETAILS_UNKNOWN_CONFIRMED',
     'DETAILS_HELD_FROM_OTHER_AGENCY')),
  reason              text not null check (length(reason) between 1 and 500),
  status              text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  proposed_at         timestamptz not null,
  proposed_by         text not null,
  proposed_by_subject text not null check (proposed_by_subject <> ''),
  decided_at          timestamptz,
  decided_by          text,
  decided_by_subject  text check (decided_by_subject <> ''),
  withdrawn_at        timestamptz,
  check ((status in ('APPROVED', 'REFUSED')) = (decided_by_subject is not null)),
  check ((decided_by_subject is null) = (decided_at is null)
    and (decided_by_subject is null) = (decided_by is null)),
  check ((status = 'WITHDRAWN') = (withdrawn_at is not null)),
  -- Two persons, whatever the program above does.
  constraint exception_to_receipt_two_persons check (decided_by_subject <> proposed_by_subject)
);
-- One that is open or stands, at most.
create unique index exception_to_receipt_standing on exception_to_receipt (referral_id)
  where status in ('PROPOSED', 'APPROVED');
create index exception_to_receipt_by_referral on exception_to_receipt (referral_id, id desc);
alter table exception_to_receipt enable row level security;
alter table exception_to_receipt force row level security;
create policy borough on exception_to_receipt
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on exception_to_receipt to ${appRole};
