-- Vacancies and their lists. The lengths and codes are the domain's; a test compares the codes with its enums.

create sequence job_id increment 64 no cycle;

create table job (
    id                    bigint primary key,
    version               bigint not null,
    company_id            bigint not null constraint job_company_id_fkey references company (id),
    slug                  varchar(140) collate "C" not null,
    requisition_id        varchar(255) collate "C",
    language              varchar(35) collate "C" not null,
    title                 varchar(100) collate "C" not null,
    description_text      varchar(100000) not null,
    description_html      varchar(100000),
    responsibilities      varchar(10000),
    qualifications        varchar(10000),
    remote                remote_mode not null,
    applicant_regions     text[] collate "C" not null,
    occupation_id         bigint constraint job_occupation_id_fkey references occupation (id),
    categories            text[] collate "C" not null,
    employment_types      employment_types not null,
    scope_min_pct         percent,
    scope_max_pct         percent,
    hours_per_week        week_hours,
    pay_min               amount,
    pay_max               amount,
    pay_currency          varchar(3) collate "C",
    pay_period            pay_period,
    pay_kind              pay_kind,
    pay_incentive_max     amount,
    pay_disclosed         boolean not null,
    experience_required   boolean not null,
    experience_months_min months,
    experience_months_max months,
    fresher_ok            boolean not null,
    education             education,
    english_level         english_level,
    licences              text[] collate "C" not null,
    licence_required      boolean not null,
    own_vehicle           boolean not null,
    documents             document_types not null,
    benefits              benefits not null,
    openings_total        seats not null,
    openings_filled       seats not null,
    contact_name          varchar(100),
    contact_phone         phone_number,
    contact_whatsapp_ok   boolean,
    contact_call_from     time(0),
    contact_call_to       time(0),
    apply_direct          boolean not null,
    apply_url             varchar(2048),
    apply_email           varchar(254),
    apply_by              timestamptz(3),
    publish_at            timestamptz(3),
    published_at          timestamptz(3),
    expires_at            timestamptz(3),
    start_date            date,
    immediate             boolean not null,
    source                varchar(100) collate "C" not null,
    promotion             percent not null,
    state                 job_state not null,
    state_at              timestamptz(3),
    state_reason          varchar(500),
    removed_at            timestamptz(3),
    -- Kept by a trigger: the company is suspended or removed.
    company_hidden        boolean not null default false,
    listed                boolean not null generated always as (
        state = 'PUBLISHED' and removed_at is null and not company_hidden) stored,
    -- The units per year are those of the domain's PayPeriod; a test compares the results.
    pay_annual_min        numeric(16, 2) generated always as (case when pay_disclosed then pay_min * case pay_period
        when 'HOUR' then 2080 when 'DAY' then 260 when 'WEEK' then 52 when 'MONTH' then 12 when 'YEAR' then 1 end end) stored,
    pay_annual_max        numeric(16, 2) generated always as (case when pay_disclosed then pay_max * case pay_period
        when 'HOUR' then 2080 when 'DAY' then 260 when 'WEEK' then 52 when 'MONTH' then 12 when 'YEAR' then 1 end end) stored,
    created_at            timestamptz(3) not null,
    updated_at            timestamptz(3) not null,
    check (updated_at >= created_at),
    check ((scope_min_pct is null) = (scope_max_pct is null) and scope_min_pct <= scope_max_pct),
    check (num_nulls(pay_min, pay_max, pay_currency, pay_period, pay_kind) in (0, 5)),
    check (pay_min is not null or not pay_disclosed and pay_incentive_max is null),
    check (experience_months_min <= experience_months_max),
    check (cardinality(licences) > 0 or not licence_required),
    check (num_nulls(contact_name, contact_phone, contact_whatsapp_ok) in (0, 3)),
    check (num_nulls(contact_call_from, contact_call_to) in (0, 2)),
    check (contact_name is not null or contact_call_from is null),
    check (apply_direct or apply_url is not null or apply_email is not null),
    check (publish_at < expires_at),
    check (apply_by <= expires_at),
    check (not immediate or start_date is null),
    -- What each state carries with it.
    check ((state = 'DRAFT') = (state_at is null)),
    check ((state in ('CHANGES_REQUESTED', 'CLOSED', 'REJECTED')) = (state_reason is not null)),
    check (published_at is not null or state not in ('PUBLISHED', 'PAUSED', 'FILLED')),
    check (expires_at is not null or state not in ('SCHEDULED', 'PUBLISHED', 'PAUSED')),
    check (published_at < expires_at or state <> 'PUBLISHED')
);

-- One requisition of a company in one language; led by the requisition, so that filters find it as well.
create unique index job_requisition_key on job (requisition_id, company_id, language)
    where requisition_id is not null and removed_at is null;
-- The jobs of a company or an occupation: for pages, for references and for what changes with them.
create index job_company_id on job (company_id, id);
create index job_occupation_id on job (occupation_id, id) where occupation_id is not null;

-- The page that is asked for most, and the count of it, from the index alone.
create index job_published_at on job (published_at, id) include (expires_at) where listed;
-- The same order with every column of few values: a page that filters by some of them is read from here alone.
create index job_codes on job (published_at, id) include (
    expires_at, pay_disclosed, experience_required, fresher_ok, licence_required, own_vehicle, apply_direct, immediate,
    scope_min_pct, scope_max_pct, experience_months_min, experience_months_max, promotion, openings_total, apply_by,
    remote, language, education, english_level, pay_period, pay_kind, pay_currency, hours_per_week, pay_min, pay_max,
    source) where listed;
create index job_lists on job using gin (employment_types, benefits, licences, documents, categories, applicant_regions)
    with (gin_pending_list_limit = 256) where listed;
create index job_slug on job (slug) where listed;
create index job_title on job (title, id) where listed;
-- As the page query says it; the best paid first is asked for often, and its missing values come last as well.
create index job_pay_annual_min on job ((case when pay_disclosed then pay_annual_min end), id) where listed;
create index job_pay_annual_max on job ((case when pay_disclosed then pay_annual_max end), id) where listed;
create index job_pay_annual_min_falling
    on job ((case when pay_disclosed then pay_annual_min end) desc nulls last, id desc) where listed;
create index job_pay_annual_max_falling
    on job ((case when pay_disclosed then pay_annual_max end) desc nulls last, id desc) where listed;
create index job_experience_months_min on job (experience_months_min, id) where listed;
create index job_openings_total on job (openings_total, id) where listed;
create index job_expires_at on job (expires_at, id) where listed;
create index job_start_date on job (start_date, id) where listed;
create index job_promotion on job (promotion, id) where listed;
create index job_created_at on job (created_at, id) where listed;
create index job_updated_at on job (updated_at, id) where listed;

create table job_location (
    job_id    bigint not null references job (id) on delete cascade,
    position  integer not null,
    street    varchar(200),
    locality  varchar(100) collate "C",
    region    varchar(100) collate "C",
    postcode  varchar(20) collate "C",
    country   varchar(2) collate "C" not null,
    lat       latitude,
    lon       longitude,
    precision place_precision not null,
    place_id  varchar(100) collate "C",
    primary key (job_id, position),
    check ((lat is null) = (lon is null)),
    check (locality is not null or region is not null or postcode is not null)
);

create index job_location_locality on job_location (locality, job_id) where locality is not null;
create index job_location_region on job_location (region, job_id) where region is not null;
create index job_location_postcode on job_location (postcode, job_id) where postcode is not null;
create index job_location_country on job_location (country, job_id);
create index job_location_place_id on job_location (place_id, job_id) where place_id is not null;

create table job_shift (
    job_id   bigint not null references job (id) on delete cascade,
    position integer not null,
    kind     shift_kind not null,
    starts   time(0),
    ends     time(0),
    days     days_of_week not null,
    primary key (job_id, position),
    check ((starts is null) = (ends is null) and starts <> ends)
);

create index job_shift_kind on job_shift (kind, job_id);
create index job_shift_days on job_shift using gin (days);

create table job_skill (
    job_id     bigint not null references job (id) on delete cascade,
    position   integer not null,
    concept_id varchar(100) collate "C",
    label      varchar(100) collate "C" not null,
    level      skill_level not null,
    weight     percent not null,
    primary key (job_id, position)
);

create index job_skill_concept_id on job_skill (concept_id, job_id) where concept_id is not null;
create index job_skill_label on job_skill (label, job_id);

create table job_language (
    job_id     bigint not null references job (id) on delete cascade,
    position   integer not null,
    concept_id varchar(100) collate "C",
    label      varchar(100) collate "C" not null,
    level      skill_level not null,
    weight     percent not null,
    primary key (job_id, position)
);

create index job_language_concept_id on job_language (concept_id, job_id) where concept_id is not null;
create index job_language_label on job_language (label, job_id);

-- Hidden with its company. The lock makes the posting of a job and the suspension of its company wait for each other, so that
-- neither overlooks what the other is about to commit.
create function job_hide_with_company() returns trigger language plpgsql as $$
begin
    select not listed into new.company_hidden from company where id = new.company_id for share;
    -- An unknown company is the foreign key's to refuse.
    new.company_hidden := coalesce(new.company_hidden, false);
    return new;
end $$;

create trigger job_hide_with_company before insert on job
    for each row execute function job_hide_with_company();

create trigger job_hide_with_other_company before update of company_id on job
    for each row when (old.company_id <> new.company_id) execute function job_hide_with_company();

create function company_hide_jobs() returns trigger language plpgsql as $$
begin
    update job set company_hidden = not n.listed
    from new_rows n
    where job.company_id = n.id and job.company_hidden = n.listed;
    return null;
end $$;

create trigger company_hide_jobs after update on company
    referencing new table as new_rows
    for each statement execute function company_hide_jobs();
