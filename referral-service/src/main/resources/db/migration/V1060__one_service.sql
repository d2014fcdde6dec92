-- What several features brought, put together.

-- Nothing was ever written here: the form keeps each characteristic in a column of its own.
alter table referral drop column equality;

-- The feed follows every field that a borough sends and can have amended. A list of what counts, not of what does not: a
-- column added for staff only must never show as a change. (That an amendment was made is history, and not listened to.)
drop trigger log_referral_amendment on referral;
create trigger log_referral_amendment after update on referral
  for each row when (
    (new.residence_borough_code, new.commissioning_borough_code, new.referral_date, new.screening_id, new.referrer_type,
     new.referrer_organisation, new.treatment_provider, new.treatment_episode_ref, new.main_substance, new.risk_notes,
     new.given_name, new.family_name, new.date_of_birth, new.sex, new.phone, new.postcode, new.nhs_number,
     new.referrer_organisation_id, new.referrer_name, new.referrer_contact, new.treatment_provider_id, new.keyworker,
     new.email, new.address, new.mandate, new.orders, new.children_in_contact, new.children_cp_plan,
     new.children_cin_plan, new.children_social_worker_org, new.risk_to_staff, new.interpreter_needed,
     new.interpreter_language, new.adjustments, new.ethnicity, new.sexual_orientation, new.religion, new.disabilities,
     new.gender_same_as_registered)
    is distinct from
    (old.residence_borough_code, old.commissioning_borough_code, old.referral_date, old.screening_id, old.referrer_type,
     old.referrer_organisation, old.treatment_provider, old.treatment_episode_ref, old.main_substance, old.risk_notes,
     old.given_name, old.family_name, old.date_of_birth, old.sex, old.phone, old.postcode, old.nhs_number,
     old.referrer_organisation_id, old.referrer_name, old.referrer_contact, old.treatment_provider_id, old.keyworker,
     old.email, old.address, old.mandate, old.orders, old.children_in_contact, old.children_cp_plan,
     old.children_cin_plan, old.children_social_worker_org, old.risk_to_staff, old.interpreter_needed,
     old.interpreter_language, old.adjustments, old.ethnicity, old.sexual_orientation, old.religion, old.disabilities,
     old.gender_same_as_registered))
  execute function log_referral_update('AMENDED');

-- Erasure takes the words and values that name the man, or tell of him, from what is otherwise never changed.
grant update (from_value, to_value, reason) on referral_amendment to ${appRole};
grant update (explained_by) on confidentiality_agreement to ${appRole};
grant update (answers, relationship_status, lives_with_partner, children_under_18_in_contact, disclosed_ever,
  substance_used_instrumentally, last_incident_band, acknowledges_behaviour) on screening to ${appRole};
grant update (answers, scores) on screening_supplement to ${appRole};
-- The owner is bound by row-level security too.
select set_config('app.borough', '*', true);
update referral set email = null, address = null, referrer_name = null, referrer_contact = null, keyworker = null,
  orders = null, children_social_worker_org = null, interpreter_language = null, adjustments = null, missing = null,
  agreement_explained_by = null
where erased_at is not null;
alter table referral add constraint referral_erased_is_reached_by_nobody check (
  erased_at is null or (email is null and address is null));
-- What a row of an import said of him is found by his referral.
create index referral_import_row_by_referral on referral_import_row (referral_id) where referral_id is not null;

-- For people's calendars: everybody's of a time, and one assessor's.
create index assessment_appointment_by_time on assessment_appointment (starts_at desc, id desc);
create index assessment_appointment_by_assessor on assessment_appointment (assessor, starts_at desc, id desc);
