-- Codes and small ranges are domains rather than checks of columns: PostgreSQL parses the checks of a table anew for every
-- statement that writes to it (a third of the time of saving a job, with fifty of them) and those of domains once per session.
-- Codes are those of the domain's enums; a test compares them.

create domain size_band as text collate "C" check (value in (
    'SIZE_1_10', 'SIZE_11_50', 'SIZE_51_200', 'SIZE_201_500', 'SIZE_501_1000', 'SIZE_1001_5000', 'SIZE_5001_10000',
    'SIZE_OVER_10000'));
create domain company_state as text collate "C" check (value in ('UNVERIFIED', 'VERIFIED', 'SUSPENDED'));
create domain job_state as text collate "C" check (value in (
    'DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'SCHEDULED', 'PUBLISHED', 'PAUSED', 'FILLED', 'EXPIRED', 'CLOSED', 'REJECTED',
    'ARCHIVED'));
create domain remote_mode as text collate "C" check (value in ('ONSITE', 'HYBRID', 'REMOTE', 'FIELD'));
create domain employment_types as text[] collate "C" check (cardinality(value) >= 1 and value <@ array[
    'FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER']);
create domain pay_period as text collate "C" check (value in ('HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'));
create domain pay_kind as text collate "C" check (value in ('FIXED', 'FIXED_PLUS_INCENTIVE', 'PER_TASK'));
create domain education as text collate "C" check (value in (
    'BELOW_10TH', 'TENTH', 'TWELFTH', 'ITI', 'DIPLOMA', 'GRADUATE', 'POSTGRADUATE'));
create domain english_level as text collate "C" check (value in ('NONE', 'BASIC', 'GOOD', 'FLUENT'));
create domain document_types as text[] collate "C" check (value <@ array[
    'DRIVING_LICENCE', 'AADHAAR', 'PAN', 'BANK_ACCOUNT']);
create domain benefits as text[] collate "C" check (value <@ array[
    'PF', 'ESI', 'FOOD', 'STAY', 'CAB', 'INSURANCE', 'JOINING_BONUS']);
create domain place_precision as text collate "C" check (value in ('STREET', 'POSTCODE', 'LOCALITY', 'REGION'));
create domain shift_kind as text collate "C" check (value in ('DAY', 'NIGHT', 'ROTATING', 'SPLIT', 'FLEX'));
create domain days_of_week as text[] collate "C" check (value <@ array[
    'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);
create domain skill_level as text collate "C" check (value in ('MUST', 'NICE'));

create domain percent as smallint check (value between 0 and 100);
create domain months as smallint check (value between 0 and 600);
create domain seats as integer check (value between 0 and 100000);
create domain pixels as integer check (value between 2 and 10000);
create domain week_hours as numeric(5, 2) check (value > 0 and value <= 168);
create domain amount as numeric(12, 2) check (value >= 0);
create domain latitude as double precision check (value between -90 and 90);
create domain longitude as double precision check (value between -180 and 180);
create domain phone_number as text check (value ~ '^\+[1-9][0-9]{7,14}$');
create domain sha256 as text check (value ~ '^[0-9a-f]{64}$');

-- Reference data that documents show: branches of industry and the tree of occupations.

create table industry (
    code        varchar(40) collate "C" primary key,
    label       varchar(200) not null,
    parent_code varchar(40) collate "C" references industry (code)
);

create index industry_parent_code on industry (parent_code);

create table occupation_field (
    id    bigint primary key check (id > 0),
    label varchar(200) not null
);

create table occupation_group (
    id       bigint primary key check (id > 0),
    field_id bigint not null references occupation_field (id),
    label    varchar(200) not null
);

create index occupation_group_field_id on occupation_group (field_id);

create table occupation (
    id       bigint primary key check (id > 0),
    group_id bigint not null references occupation_group (id),
    label    varchar(200) collate "C" not null
);

create index occupation_group_id on occupation (group_id);
create index occupation_label on occupation (label);
