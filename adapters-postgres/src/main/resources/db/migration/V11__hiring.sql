-- Applications with what they need: candidates, questions, interview slots, seats. What a state carries has a column where
-- a statement or a check looks at it, and stands in `detail` otherwise. The codes are the domain's; a test compares them.

create domain application_state as text collate "C" check (value in (
    'APPLIED', 'SCREENED', 'IN_REVIEW', 'SHORTLISTED', 'INTERVIEW_SCHEDULED', 'NO_SHOW', 'INTERVIEWED', 'OFFERED', 'HIRED',
    'JOINED', 'DROPPED', 'OFFER_DECLINED', 'OFFER_LAPSED', 'REJECTED', 'WITHDRAWN', 'JOB_CLOSED'));
create domain question_type as text collate "C" check (value in (
    'INPUT_TEXT', 'TEXTAREA', 'SINGLE_SELECT', 'MULTI_SELECT', 'INPUT_FILE'));
create domain interview_mode as text collate "C" check (value in ('WALK_IN', 'PHONE', 'VIDEO'));
create domain seat as integer check (value between 1 and 100000);

-- Handed out in blocks of 64, as those of jobs are.
create sequence candidate_id increment 64 no cycle;
create sequence application_id increment 64 no cycle;
create sequence interview_slot_id increment 64 no cycle;

create table candidate (
    id                bigint primary key,
    name              varchar(100) not null,
    -- People are told apart by their phones.
    phone             phone_number not null constraint candidate_phone_key unique,
    phone_verified_at timestamptz(3),
    email             varchar(254)
);

-- The form of a job: what every applicant is asked.
create table question (
    job_id   bigint not null references job (id) on delete cascade,
    position integer not null,
    id       varchar(50) collate "C" not null,
    label    varchar(300) not null,
    type     question_type not null,
    required boolean not null,
    options  jsonb not null,
    knockout text[],
    primary key (job_id, position),
    unique (job_id, id),
    check (knockout is null or required and type in ('SINGLE_SELECT', 'MULTI_SELECT'))
);

create table interview_slot (
    id       bigint primary key,
    job_id   bigint not null constraint interview_slot_job_id_fkey references job (id),
    starts   timestamptz(3) not null,
    ends     timestamptz(3) not null,
    place    varchar(200),
    mode     interview_mode not null,
    capacity smallint not null check (capacity between 1 and 1000),
    booked   smallint not null check (booked >= 0),
    check (starts < ends),
    check (place is not null or mode <> 'WALK_IN'),
    constraint interview_slot_capacity check (booked <= capacity)
);

create index interview_slot_job_id on interview_slot (job_id, starts, id);

create table application (
    id                 bigint primary key,
    version            bigint not null,
    job_id             bigint not null constraint application_job_id_fkey references job (id),
    company_id         bigint not null constraint application_company_id_fkey references company (id),
    candidate_id       bigint not null constraint application_candidate_id_fkey references candidate (id),
    -- Sent in once, and only ever read whole.
    answers            jsonb not null,
    source_channel     varchar(50) not null,
    source_referrer    varchar(500),
    source_partner_id  varchar(64),
    consent_store      boolean not null,
    consent_contact    boolean not null,
    consent_policy_id  varchar(64),
    consent_expires_at timestamptz(3),
    resume             varchar(2048),
    state              application_state not null,
    state_at           timestamptz(3) not null,
    slot_id            bigint constraint application_slot_id_fkey references interview_slot (id),
    seat               seat,
    offer_expires_at   timestamptz(3),
    detail             jsonb not null,
    live               boolean not null generated always as (state in (
        'APPLIED', 'SCREENED', 'IN_REVIEW', 'SHORTLISTED', 'INTERVIEW_SCHEDULED', 'NO_SHOW', 'INTERVIEWED', 'OFFERED',
        'HIRED')) stored,
    created_at         timestamptz(3) not null,
    updated_at         timestamptz(3) not null,
    check (updated_at >= created_at),
    -- What each state carries with it.
    check ((state in ('INTERVIEW_SCHEDULED', 'NO_SHOW', 'INTERVIEWED')) = (slot_id is not null)),
    check ((state in ('HIRED', 'JOINED')) = (seat is not null)),
    check ((state in ('OFFERED', 'HIRED', 'JOINED', 'OFFER_DECLINED', 'OFFER_LAPSED')) = (offer_expires_at is not null))
);

create unique index application_live_key on application (candidate_id, job_id) where live;
create index application_candidate_id on application (candidate_id, id);
create index application_job_id on application (job_id, id);
create index application_company_id on application (company_id, id);
create index application_slot_id on application (slot_id) where slot_id is not null;
-- Those that end with their job, and the offers that lapse next.
create index application_open on application (job_id, id) where live and state <> 'OFFERED' and state <> 'HIRED';
create index application_offer_expires_at on application (offer_expires_at, id) where state = 'OFFERED';

-- Who sits on which seat of a job, and who did: rows are closed, never reused.
create table job_opening (
    id             bigint generated always as identity primary key,
    job_id         bigint not null references job (id),
    seat           seat not null,
    application_id bigint not null constraint job_opening_application_id_fkey references application (id),
    taken_at       timestamptz(3) not null default clock_timestamp(),
    freed_at       timestamptz(3)
);

create unique index job_opening_seat_key on job_opening (job_id, seat) where freed_at is null;
create unique index job_opening_application_key on job_opening (application_id) where freed_at is null;
create index job_opening_job_id on job_opening (job_id, seat, id);
create index job_opening_application_id on job_opening (application_id);
