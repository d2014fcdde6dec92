-- The rest of the referral form. Everything new is optional: earlier senders go on as they were.
alter table referral
  add column referrer_organisation_id  uuid references organisation,
  add column referrer_name             text,
  add column referrer_contact          text,
  add column treatment_provider_id     uuid references organisation,
  add column keyworker                 text,
  add column email                     text,
  add column address                   text,
  add column mandate                   text,
  add column orders                    jsonb,
  add column children_in_contact       text,
  add column children_cp_plan          text,
  add column children_cin_plan         text,
  add column children_social_worker_org text,
  add column risk_to_staff             text,
  add column interpreter_needed        text,
  add column interpreter_language      text,
  add column adjustments               text,
  add column ethnicity                 text,
  add column sexual_orientation        text,
  add column religion                  text,
  add column disabilities              text[],
  add column gender_same_as_registered text,
  add column missing                   jsonb,
  -- Somebody close to the man who refers may be at risk from him: never a name, never a contact.
  add constraint referral_private_referrer check (
    referrer_type not in ('SELF', 'RELATIVE', 'CONCERNED_OTHER')
    or (referrer_name is null and referrer_contact is null));
comment on column referral.missing is 'What a returned referral still lacks; null unless it is returned.';
