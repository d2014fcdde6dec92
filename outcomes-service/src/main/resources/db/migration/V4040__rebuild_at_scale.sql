-- A rebuild of millions of events: nothing of it needs to survive a crash, rows are compared by reading each table once,
-- and no memory grows with their number.

create or replace function begin_rebuild() returns void language plpgsql security definer
set search_path = pg_catalog set client_min_messages = warning as $$
declare
  name text;
begin
  for name in select public.read_model_tables() union all select 'inbox' loop
    execute format('drop table if exists rebuild.%I', name);
    -- Unlogged: a rebuild that is interrupted begins again.
    execute format('create unlogged table rebuild.%1$I (like public.%1$I including all)', name);
    execute format('grant select, insert, update, delete on rebuild.%I to ${appRole}', name);
  end loop;
end $$;

-- Puts the rebuilt rows in place of the running ones, touching only what differs, and says in how many rows it did.
-- No nested loops: a running table that was empty when the planner looked would be read again for every row, while it grows.
create or replace function finish_rebuild() returns bigint language plpgsql security definer
set search_path = pg_catalog set enable_nestloop = off as $$
declare
  name    text;
  keys    text;
  same    text;
  columns text;
  rebuilt_row text;
  running_row text;
  news    text;
  touched bigint;
  changed bigint := 0;
begin
  for name in select public.read_model_tables() loop
    -- What it was filled with is not known to the planner yet.
    execute format('analyze rebuild.%I', name);
    select string_agg(format('%I', a.attname), ', ' order by a.attnum),
           string_agg(format('rebuilt.%1$I = running.%1$I', a.attname), ' and ')
      into keys, same
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = to_regclass('public.' || name) and i.indisprimary;
    select string_agg(format('%I', attname), ', ' order by attnum),
           string_agg(format('rebuilt.%I', attname), ', ' order by attnum),
           string_agg(format('running.%I', attname), ', ' order by attnum),
           string_agg(format('excluded.%I', attname), ', ' order by attnum)
      into columns, rebuilt_row, running_row, news
      from pg_attribute
      where attrelid = to_regclass('public.' || name) and attnum > 0 and not attisdropped and attgenerated = '';
    execute format(
      'insert into public.%1$I (%2$s) select %4$s from rebuild.%1$I rebuilt
       where not exists (select from public.%1$I running where %3$s and (%4$s) is not distinct from (%5$s))
       on conflict (%6$s) do update set (%2$s) = row(%7$s)',
      name, columns, same, rebuilt_row, running_row, keys, news);
    get diagnostics touched = row_count;
    changed := changed + touched;
    execute format(
      'delete from public.%1$I as running where not exists (select from rebuild.%1$I as rebuilt where %2$s)', name, same);
    get diagnostics touched = row_count;
    changed := changed + touched;
  end loop;
  insert into public.inbox select * from rebuild.inbox rebuilt
    where not exists (select from public.inbox running where running.event_id = rebuilt.event_id);
  for name in select public.read_model_tables() union all select 'inbox' loop
    execute format('drop table rebuild.%I', name);
  end loop;
  return changed;
end $$;

-- One number for all read models: the sum of the digests of their rows, which needs neither an order nor a place to keep them.
create or replace function read_model_digest() returns text language plpgsql stable set search_path = pg_catalog as $$
declare
  name   text;
  digest text;
  whole  text := '';
begin
  for name in select public.read_model_tables() loop
    execute format(
      'select count(*) || '' '' || coalesce(sum(cast(cast(''x'' || left(row_digest, 16) as bit(64)) as bigint)), 0)
              || '' '' || coalesce(sum(cast(cast(''x'' || right(row_digest, 16) as bit(64)) as bigint)), 0)
       from (select md5(cast(t as text)) as row_digest from public.%I t) as rows', name) into digest;
    whole := whole || name || '=' || digest || ';';
  end loop;
  return md5(whole);
end $$;
