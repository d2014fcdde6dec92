-- The read models made from nothing again, beside the running ones, and then put in their place.

create table rebuild_run (
  id           uuid primary key,
  state        text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
  started_at   timestamptz not null,
  started_by   text not null,
  finished_at  timestamptz,
  events_read  bigint not null default 0,
  events_known bigint not null default 0,
  rows_changed bigint,
  digest       text,
  failure      text
);
comment on column rebuild_run.rows_changed is 'In how many rows the running read models differed; 0 when they were the same byte for byte.';
create unique index rebuild_run_one_at_a_time on rebuild_run ((true)) where state = 'RUNNING';
create index rebuild_run_newest on rebuild_run (id desc);
grant select, insert, update on rebuild_run to ${appRole};

create schema rebuild;
grant usage on schema rebuild to ${appRole};

-- Everything that follows from events alone. What this service took in itself, the TOPs, is not made again.
create function read_model_tables() returns setof text language sql stable set search_path = pg_catalog as $$
  select name
  from unnest(array['fact', 'attendance', 'known_run', 'known_screening', 'participation', 'known_referral',
                    'equality_count', 'published_figure']) with ordinality as listed (name, place)
  where to_regclass('public.' || name) is not null
  order by place
$$;

-- The service's role may neither create nor empty tables: these functions do no more than they say.
create function begin_rebuild() returns void language plpgsql security definer
set search_path = pg_catalog set client_min_messages = warning as $$
declare
  name text;
begin
  for name in select public.read_model_tables() union all select 'inbox' loop
    execute format('drop table if exists rebuild.%I', name);
    execute format('create table rebuild.%I (like public.%I including all)', name, name);
    execute format('grant select, insert, update, delete on rebuild.%I to ${appRole}', name);
  end loop;
end $$;

-- From here to the end of the transaction no event is applied: what is told meanwhile waits.
create function hold_events() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  lock table public.inbox in share row exclusive mode;
end $$;

-- Puts the rebuilt rows in place of the running ones, touching only what differs, and says in how many rows it did.
create function finish_rebuild() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  name    text;
  keys    text;
  columns text;
  news    text;
  touched bigint;
  changed bigint := 0;
begin
  for name in select public.read_model_tables() loop
    select string_agg(format('%I', a.attname), ', ' order by a.attnum)
      into keys
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = to_regclass('public.' || name) and i.indisprimary;
    select string_agg(format('%I', attname), ', ' order by attnum), string_agg(format('excluded.%I', attname), ', ' order by attnum)
      into columns, news
      from pg_attribute
      where attrelid = to_regclass('public.' || name) and attnum > 0 and not attisdropped and attgenerated = '';
    execute format(
      'insert into public.%1$I as running (%2$s) select %2$s from rebuild.%1$I
       on conflict (%3$s) do update set (%2$s) = row(%4$s)
       where (%5$s) is distinct from (%4$s)',
      name, columns, keys, news,
      (select string_agg(format('running.%I', attname), ', ' order by attnum) from pg_attribute
       where attrelid = to_regclass('public.' || name) and attnum > 0 and not attisdropped and attgenerated = ''));
    get diagnostics touched = row_count;
    changed := changed + touched;
  end loop;
  for name in select public.read_model_tables() loop
    select string_agg(format('r.%1$I = running.%1$I', a.attname), ' and ')
      into keys
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = to_regclass('public.' || name) and i.indisprimary;
    execute format(
      'delete from public.%1$I as running where not exists (select from rebuild.%1$I as r where %2$s)', name, keys);
    get diagnostics touched = row_count;
    changed := changed + touched;
  end loop;
  insert into public.inbox select * from rebuild.inbox on conflict do nothing;
  for name in select public.read_model_tables() union all select 'inbox' loop
    execute format('drop table rebuild.%I', name);
  end loop;
  return changed;
end $$;
revoke all on function begin_rebuild(), hold_events(), finish_rebuild() from public;
grant execute on function begin_rebuild(), hold_events(), finish_rebuild(), read_model_tables() to ${appRole};

-- One number for all read models: row by row, so that no text of all rows is ever made.
create function read_model_digest() returns text language plpgsql stable set search_path = pg_catalog as $$
declare
  name   text;
  digest text;
  whole  text := '';
begin
  for name in select public.read_model_tables() loop
    execute format(
      'select coalesce(md5(string_agg(row_digest, '''' order by row_digest)), '''')
       from (select md5(cast(t as text)) as row_digest from public.%I t) as rows', name) into digest;
    whole := whole || name || '=' || digest || ';';
  end loop;
  return md5(whole);
end $$;
grant execute on function read_model_digest() to ${appRole};
