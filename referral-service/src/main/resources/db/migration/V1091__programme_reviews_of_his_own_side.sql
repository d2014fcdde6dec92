-- A review that his own side opened has a last day and somebody who may close it; one that follows a hold has neither.
alter table programme_review
  add column review_on date,
  add column opened_by text,
  add check ((review_on is null) = (opened_by is null));
comment on column programme_review.opened_by is 'Shown to nobody: who sees a name beside one review sees which has none.';
