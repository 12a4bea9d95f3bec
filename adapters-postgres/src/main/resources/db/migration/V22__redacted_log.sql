-- The log of transitions stays append-only but for one thing: what people wrote in it can be taken out, by one function alone.
-- There is no setting that would open the log to somebody else. The function writes to a view, and only from within the
-- view's trigger an update of the log gets past the log's own triggers; the second of them lets nothing else change. That
-- guards against every statement; who may make triggers and functions could take the guard away as well.

create view redaction as select kind, subject_id from transition where false;

create function transition_redact() returns trigger language plpgsql as $$
begin
    update transition t set reason = case when t.reason is not null then '(removed)' end, on_behalf_of = null
    where t.kind = new.kind and t.subject_id = new.subject_id
        and (t.reason <> '(removed)' or t.on_behalf_of is not null);
    return new;
end $$;

create trigger transition_redact instead of insert on redaction
    for each row execute function transition_redact();

create function redact_transitions(of_kind subject_kind, ids bigint[]) returns void language sql as $$
    insert into redaction (kind, subject_id) select of_kind, unnest(ids)
$$;

-- Depth 1 is a statement of its own, 2 one of the trigger above: no other trigger writes to the log.
create or replace function transition_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and pg_trigger_depth() = 2 then
        return null;
    end if;
    raise exception 'the log of transitions is append-only' using errcode = '42501';
end $$;

create function transition_is_only_redacted() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - 'reason' - 'on_behalf_of') is distinct from (to_jsonb(old) - 'reason' - 'on_behalf_of')
        or new.on_behalf_of is not null
        or new.reason is distinct from (case when old.reason is not null then '(removed)' end) then
        raise exception 'the log of transitions is append-only' using errcode = '42501';
    end if;
    return new;
end $$;

create trigger transition_is_only_redacted before update on transition
    for each row execute function transition_is_only_redacted();
