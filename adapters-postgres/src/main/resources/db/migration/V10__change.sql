-- What every change of the truth shares: one transaction, one line in the log, one stored reply.

-- One row was to be written, and was it? Anything else is a version that is not stored any more.
create function expect_one(n bigint) returns void language plpgsql as $$
begin
    if n <> 1 then
        raise exception 'a row is not stored with the version it was loaded with' using errcode = 'RZ409';
    end if;
end $$;

-- A refusal for good may be one of spam.
alter table job add column state_spam boolean;
update job set state_spam = false where state = 'REJECTED';
alter table job add constraint job_state_spam_check check ((state = 'REJECTED') = (state_spam is not null));

create domain subject_kind as text collate "C" check (value in ('COMPANY', 'JOB', 'APPLICATION', 'INVOICE'));
create domain caller_role as text collate "C" check (value in (
    'ANONYMOUS', 'CANDIDATE', 'RECRUITER', 'MODERATOR', 'FINANCE', 'OPERATOR', 'PARTNER', 'SYSTEM'));

-- Who moved what, when, from where to where, and why. The sequence counts the lines of one subject under that subject's lock.
create table transition (
    kind          subject_kind not null,
    subject_id    bigint not null,
    sequence      bigint not null check (sequence > 0),
    move          varchar(40) collate "C" not null,
    from_state    varchar(40) collate "C",
    to_state      varchar(40) collate "C" not null,
    reason        varchar(500),
    actor_role    caller_role not null,
    actor_subject varchar(100) not null,
    on_behalf_of  varchar(200),
    version       bigint not null check (version > 0),
    at            timestamptz(3) not null,
    constraint transition_pkey primary key (kind, subject_id, sequence),
    check ((move = 'CREATE') = (from_state is null))
);

create function transition_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the log of transitions is append-only' using errcode = '42501';
end $$;

create trigger transition_is_append_only before update or delete or truncate on transition
    for each statement execute function transition_is_append_only();

-- What a request with a key was answered, for whoever asks again within a day.
create table stored_reply (
    owner       varchar(200) collate "C" not null,
    key         varchar(255) collate "C" not null check (key ~ '^[!-~]+$'),
    fingerprint varchar(128) collate "C" not null,
    status      smallint not null check (status between 200 and 599),
    location    varchar(2048) not null,
    etag        varchar(100) not null,
    body        bytea not null,
    at          timestamptz not null default statement_timestamp(),
    primary key (owner, key)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

create index stored_reply_at on stored_reply (at);

-- Takes the key until the end of the transaction. Whoever comes meanwhile is refused rather than kept waiting. A hash that two
-- keys share refuses the later of them in vain, which is a reason to repeat and no more.
create function begin_attempt(owner text, key text) returns void language plpgsql as $$
begin
    if not pg_try_advisory_xact_lock(hashtextextended(owner || e'\n' || key, 1)) then
        raise exception 'the same attempt is under way' using errcode = 'RZ423';
    end if;
end $$;

-- Forgets at most so many replies that are over.
create function purge_stored_replies(most integer) returns integer language plpgsql as $$
declare
    n integer;
begin
    delete from stored_reply where (owner, key) in (
        select owner, key from stored_reply where at <= statement_timestamp() - interval '24 hours'
        order by at limit most for update skip locked);
    get diagnostics n = row_count;
    return n;
end $$;

-- The names of the rights; a test compares them with the enum.
create domain access_rights as text[] collate "C" check (value <@ array[
    'READ_LISTED', 'COMPANY_REGISTER', 'COMPANY_READ', 'COMPANY_EDIT', 'COMPANY_REMOVE', 'COMPANY_VERIFY',
    'COMPANY_SUSPEND', 'COMPANY_REINSTATE', 'JOB_POST', 'JOB_READ', 'JOB_EDIT', 'JOB_REMOVE', 'JOB_SUBMIT',
    'JOB_APPROVE', 'JOB_REQUEST_CHANGES', 'JOB_REJECT', 'JOB_MARK_SPAM', 'JOB_START', 'JOB_PAUSE', 'JOB_RESUME',
    'JOB_FILL', 'JOB_EXPIRE', 'JOB_REOPEN', 'JOB_CLOSE', 'JOB_ARCHIVE', 'APPLICATION_APPLY', 'APPLICATION_READ',
    'APPLICATION_AUTO_SCREEN', 'APPLICATION_VIEW', 'APPLICATION_SHORTLIST', 'APPLICATION_SCHEDULE_INTERVIEW',
    'APPLICATION_RESCHEDULE', 'APPLICATION_NO_SHOW', 'APPLICATION_ATTEND', 'APPLICATION_OFFER', 'APPLICATION_ACCEPT',
    'APPLICATION_DECLINE', 'APPLICATION_LAPSE', 'APPLICATION_CONFIRM_JOINING', 'APPLICATION_DROP',
    'APPLICATION_REJECT', 'APPLICATION_UNREJECT', 'APPLICATION_WITHDRAW', 'APPLICATION_JOB_CLOSED', 'INVOICE_READ',
    'INVOICE_DRAFT', 'INVOICE_ISSUE', 'INVOICE_RECORD_PAYMENT', 'INVOICE_WRITE_OFF', 'INVOICE_VOID', 'INVOICE_CREDIT']);

-- Keys of programs: of the key itself only the SHA-256.
create table api_key (
    id           varchar(8) collate "C" not null check (id ~ '^[0-9a-f]{8}$'),
    sha256       bytea not null check (octet_length(sha256) = 32),
    label        varchar(100) not null,
    role         caller_role not null check (role not in ('ANONYMOUS', 'SYSTEM')),
    company_id   bigint constraint api_key_company_id_fkey references company (id),
    -- The reference is made where candidates are.
    candidate_id bigint,
    -- Empty: all that the role has.
    only_rights  access_rights not null,
    created_at   timestamptz(3) not null,
    expires_at   timestamptz(3),
    revoked_at   timestamptz(3),
    constraint api_key_pkey primary key (id),
    constraint api_key_sha256_key unique (sha256),
    check (role = 'RECRUITER' or company_id is null),
    check (role = 'CANDIDATE' or candidate_id is null),
    check (expires_at > created_at)
);

create index api_key_created_at on api_key (created_at desc, id);
create index api_key_company_id on api_key (company_id) where company_id is not null;
