-- Employers. The lengths and codes are the domain's; a test compares the codes with its enums.

-- Ids are handed out in blocks of 64, so that a writer asks the database for one only now and then.
create sequence company_id increment 64 no cycle;

create table company (
    id                  bigint primary key,
    version             bigint not null,
    slug                varchar(140) collate "C" not null,
    external_id         varchar(100) collate "C",
    display_name        varchar(80) collate "C" not null,
    legal_name          varchar(80),
    logo_url            varchar(2048),
    logo_sha256         sha256,
    logo_width          pixels,
    logo_height         pixels,
    has_logo            boolean not null generated always as (logo_url is not null) stored,
    website             varchar(2048),
    same_as             text[] not null,
    industry_code       text collate "C" references industry (code),
    size_band           size_band,
    tax_gstin           varchar(15),
    tax_pan             varchar(10),
    tax_state_code      varchar(2),
    billing_name        varchar(100),
    billing_email       varchar(254),
    billing_phone       phone_number,
    email_domain        varchar(253),
    state               company_state not null,
    state_at            timestamptz(3),
    state_reason        varchar(500),
    verified_at         timestamptz(3),
    removed_at          timestamptz(3),
    -- Whether the company and its jobs are shown at all.
    listed              boolean not null generated always as (state <> 'SUSPENDED' and removed_at is null) stored,
    created_at          timestamptz(3) not null,
    updated_at          timestamptz(3) not null,
    constraint company_slug_key unique (slug),
    check (updated_at >= created_at),
    check ((logo_url is null) = (logo_sha256 is null)),
    check ((logo_url is null) = (logo_width is null)),
    check ((logo_url is null) = (logo_height is null)),
    check ((billing_name is null) = (billing_email is null)),
    check (billing_phone is null or billing_name is not null),
    check ((state = 'UNVERIFIED') = (state_at is null)),
    check ((state = 'SUSPENDED') = (state_reason is not null))
);

create index company_display_name on company (display_name, id) where listed;
create index company_external_id on company (external_id) where external_id is not null;
-- Also finds the companies of a branch when its label changes.
create index company_industry_code on company (industry_code) where industry_code is not null;
create index company_size_band on company (size_band) where size_band is not null;
create index company_state on company (state);
create index company_created_at on company (created_at, id) where listed;
create index company_updated_at on company (updated_at, id) where listed;

create table company_location (
    company_id bigint not null references company (id) on delete cascade,
    position   integer not null,
    label      varchar(80) not null,
    street     varchar(200),
    locality   varchar(100) collate "C",
    region     varchar(100) collate "C",
    postcode   varchar(20) collate "C",
    country    varchar(2) collate "C" not null,
    lat        latitude,
    lon        longitude,
    is_hq      boolean not null,
    timezone   varchar(100) not null,
    primary key (company_id, position),
    check ((lat is null) = (lon is null)),
    check (locality is not null or region is not null or postcode is not null)
);

create unique index company_location_hq on company_location (company_id) where is_hq;
create index company_location_locality on company_location (locality, company_id) where locality is not null;
create index company_location_region on company_location (region, company_id) where region is not null;
create index company_location_postcode on company_location (postcode, company_id) where postcode is not null;
create index company_location_country on company_location (country, company_id);
