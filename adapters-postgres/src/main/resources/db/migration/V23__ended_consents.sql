-- What is known of people goes when they do not allow it any longer. Who applied for what, what came of it and what was
-- charged for it stays.

-- A candidate without name and number has been forgotten.
alter table candidate alter column name drop not null;
alter table candidate alter column phone drop not null;
alter table candidate add constraint candidate_forgotten_check check (
    num_nulls(name, phone) = 0 or num_nulls(name, phone, phone_verified_at, email) = 4);

-- When all that somebody wrote in it or about it was taken out; a move takes it back, because it may bring new words.
alter table application add column forgotten_at timestamptz(3);

create index application_consent_expires_at on application (consent_expires_at, id)
    where forgotten_at is null and consent_expires_at is not null;
create index application_to_forget on application (job_id, id) where forgotten_at is null;

-- Locked before by whoever calls. Only a letter that was there makes another version: a rejection that is not to be told yet
-- must not show by one.
create function forget_applications(ids bigint[], moment timestamptz) returns void language plpgsql as $$
begin
    update application a set
        version = a.version + g.wrote::integer,
        updated_at = case when g.wrote then greatest(a.updated_at, moment) else a.updated_at end,
        answers = '[]', resume = null, source_referrer = null,
        detail = case
            when a.state = 'DROPPED' or a.state = 'REJECTED' and a.detail ->> 'reason' <> 'KNOCKOUT' then
                jsonb_set(a.detail - 'note', '{reason}', '"(removed)"')
            when a.state in ('WITHDRAWN', 'OFFER_DECLINED') then a.detail - 'reason'
            else a.detail - 'note' end,
        forgotten_at = moment
    from (
        select id, answers <> '[]' or resume is not null or source_referrer is not null as wrote
        from application where id = any (ids)) g
    where a.id = g.id;
    perform redact_transitions('APPLICATION', ids);
end $$;

-- Forgets so many applications whose consent has ended, live ones as well, and each of their candidates of whom no
-- application is live or may be stored. Each statement sees what was committed before it: a candidate is looked at under its
-- lock, for which whoever is about to apply for it makes this wait.
create function forget_ended_consents(moment timestamptz, most integer) returns integer language plpgsql as $$
declare
    ids    bigint[];
    people bigint[];
begin
    select array_agg(id), array_agg(candidate_id) into ids, people from (
        select id, candidate_id from application where consent_expires_at <= moment and forgotten_at is null
        order by consent_expires_at, id limit most for no key update skip locked) due;
    if ids is null then
        return 0;
    end if;
    perform forget_applications(ids, moment);
    perform from candidate where id = any (people) and phone is not null order by id for update;
    update candidate c set name = null, phone = null, phone_verified_at = null, email = null
    where c.id = any (people) and c.phone is not null
        and not exists (
            select from application a
            where a.candidate_id = c.id
                and (a.live or a.consent_expires_at is null or a.consent_expires_at > moment));
    return cardinality(ids);
end $$;
