-- What was released to commissioners, and what its readers thereby know. Nothing here is ever changed.

create table feed_release (
  id          uuid primary key,
  product     text not null,
  area        text not null,
  period      text not null,
  version     int not null,
  policy      text not null,
  as_of       timestamptz not null,
  released_by text not null,
  unique (product, area, period, version)
);
comment on column feed_release.area is 'The area that the figures are about: the borough for its own product, else London or England.';

create table feed_cell (
  product     text not null,
  area        text not null,
  place       bigint not null,
  release_id  uuid not null references feed_release,
  section     text not null,
  metric      text not null,
  breakdown   text not null,
  numerator   text not null,
  denominator text,
  value       text,
  suppressed  boolean not null,
  primary key (product, area, place)
);
comment on column feed_cell.product is 'With area, whose feed it is: repeated here, so that a page is one walk along one index.';
comment on column feed_cell.place is 'Counted by each feed for itself: cursors and tags are made of it, and must not tell of other feeds.';
create index feed_cell_release on feed_cell (release_id, place desc);

create table released_claim (
  release_id  uuid not null references feed_release,
  subject     text not null,
  year        int not null,
  people      text not null,
  low         bigint not null,
  high        bigint
);
comment on table released_claim is 'The ledger: between which numbers readers know a group''s number to lie; no upper bound is null.';
create index released_claim_subject on released_claim (subject, year);
create index released_claim_release on released_claim (release_id);

alter table feed_release enable row level security;
alter table feed_release force row level security;
create policy reader on feed_release
  using (current_setting('app.borough', true) in ('*', area)
         or (product = 'shared' and current_setting('app.borough', true) <> ''))
  with check (current_setting('app.borough', true) = '*');
alter table feed_cell enable row level security;
alter table feed_cell force row level security;
create policy reader on feed_cell
  using (current_setting('app.borough', true) in ('*', area)
         or (product = 'shared' and current_setting('app.borough', true) <> ''))
  with check (current_setting('app.borough', true) = '*');
alter table released_claim enable row level security;
alter table released_claim force row level security;
create policy nobody on released_claim
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');

grant select, insert on feed_release, feed_cell, released_claim to ${appRole};
create trigger feed_release_append_only before update or delete or truncate on feed_release
  for each statement execute function refuse_change();
create trigger feed_cell_append_only before update or delete or truncate on feed_cell
  for each statement execute function refuse_change();
create trigger released_claim_append_only before update or delete or truncate on released_claim
  for each statement execute function refuse_change();
