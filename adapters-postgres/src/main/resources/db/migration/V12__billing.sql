-- What companies owe. Sums are derived from the rows and never stored; only the split of the tax stands on its line, as it was
-- when the line was written, because the law wants it kept. The codes are the domain's; a test compares them.

create domain invoice_state as text collate "C" check (value in (
    'DRAFT', 'OPEN', 'PARTIALLY_PAID', 'PAID', 'UNCOLLECTIBLE', 'VOID', 'CREDITED'));
create domain line_kind as text collate "C" check (value in (
    'POST_FEE', 'PER_APPLICATION', 'PER_INTERVIEW', 'PER_JOINING', 'BOOST', 'CREDIT'));
create domain number_series_name as text collate "C" check (value in ('INVOICE', 'CREDIT_NOTE'));
create domain price as numeric(14, 2) check (value >= 0);
create domain tax_rate as numeric(4, 2) check (value between 0 and 40);
create domain tax_state as text collate "C" check (value ~ '^[0-9]{2}$');
create domain sac as text collate "C" check (value ~ '^[0-9]{6}$');
create domain document_number as text collate "C" check (value ~ '^[A-Z0-9/-]{1,16}$');

create sequence invoice_id increment 64 no cycle;

create table invoice (
    id              bigint primary key,
    version         bigint not null,
    company_id      bigint not null constraint invoice_company_id_fkey references company (id),
    -- The first day of the month that is billed.
    period          date not null check (extract(day from period) = 1),
    currency        varchar(3) collate "C" not null,
    supplier        tax_state not null,
    place_of_supply tax_state,
    state           invoice_state not null,
    state_at        timestamptz(3),
    state_reason    varchar(500),
    number          document_number constraint invoice_number_key unique,
    issued_at       timestamptz(3),
    due_on          date,
    -- Who was billed, as it stood then; only ever read whole.
    customer        jsonb,
    created_at      timestamptz(3) not null,
    updated_at      timestamptz(3) not null,
    check (updated_at >= created_at),
    check (num_nulls(number, issued_at, due_on, customer) in (0, 4)),
    -- What each state carries with it.
    check ((state = 'DRAFT') = (number is null)),
    check ((state in ('DRAFT', 'OPEN')) = (state_at is null)),
    check ((state in ('UNCOLLECTIBLE', 'VOID')) = (state_reason is not null)),
    check (place_of_supply is not null or state = 'DRAFT')
);

create index invoice_company_id on invoice (company_id, id);
-- Those of which something is to be paid; how much follows from the rows.
create index invoice_due_on on invoice (due_on, id) where state in ('OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE');

-- Written before the invoice itself, which they cannot change any more once it is issued.
create table invoice_line (
    invoice_id     bigint not null references invoice (id) on delete cascade deferrable initially deferred,
    position       integer not null,
    kind           line_kind not null check (kind <> 'CREDIT'),
    sac            sac not null,
    job_id         bigint references job (id),
    application_id bigint references application (id),
    quantity       integer not null check (quantity between 1 and 1000000),
    unit_price     price not null,
    discount       price not null,
    rate           tax_rate not null,
    cgst           price not null,
    sgst           price not null,
    igst           price not null,
    primary key (invoice_id, position),
    check (discount <= unit_price * quantity),
    check (cgst = sgst and (cgst = 0 or igst = 0))
);

create index invoice_line_job_id on invoice_line (job_id) where job_id is not null;
create index invoice_line_application_id on invoice_line (application_id) where application_id is not null;

create table payment (
    invoice_id bigint not null references invoice (id),
    position   integer not null,
    amount     price not null check (amount > 0),
    at         timestamptz(3) not null,
    reference  varchar(100) not null,
    primary key (invoice_id, position)
);

create table credit_note (
    invoice_id bigint not null references invoice (id),
    position   integer not null,
    number     document_number not null constraint credit_note_number_key unique,
    at         timestamptz(3) not null,
    reason     varchar(500) not null,
    primary key (invoice_id, position)
);

create table credit_note_line (
    invoice_id     bigint not null,
    note           integer not null,
    position       integer not null,
    sac            sac not null,
    job_id         bigint references job (id),
    application_id bigint references application (id),
    quantity       integer not null check (quantity between 1 and 1000000),
    unit_price     price not null,
    discount       price not null,
    rate           tax_rate not null,
    cgst           price not null,
    sgst           price not null,
    igst           price not null,
    primary key (invoice_id, note, position),
    foreign key (invoice_id, note) references credit_note (invoice_id, position),
    check (discount <= unit_price * quantity),
    check (cgst = sgst and (cgst = 0 or igst = 0))
);

create index credit_note_line_job_id on credit_note_line (job_id) where job_id is not null;
create index credit_note_line_application_id on credit_note_line (application_id) where application_id is not null;

-- What happened and will be billed, or was.
create table charge (
    id             bigint generated always as identity primary key,
    company_id     bigint not null constraint charge_company_id_fkey references company (id),
    kind           line_kind not null check (kind <> 'CREDIT'),
    job_id         bigint references job (id),
    application_id bigint references application (id),
    at             timestamptz(3) not null,
    -- Looked at when the transaction ends: charges may be put on an invoice before the invoice itself is written.
    invoice_id     bigint references invoice (id) deferrable initially deferred,
    check (job_id is not null or application_id is not null)
);

create unique index charge_application_key on charge (application_id, kind) where application_id is not null;
create unique index charge_job_key on charge (job_id, kind) where application_id is null;
create index charge_job_id on charge (job_id) where job_id is not null;
create index charge_uncharged on charge (company_id, at, id) where invoice_id is null;
create index charge_invoice_id on charge (invoice_id) where invoice_id is not null;

-- The last number given in each series and year. A number is taken under the row's lock and given back by a rollback, so that
-- none is missing; a sequence would leave gaps.
create table number_series (
    series number_series_name not null,
    year   smallint not null,
    last   bigint not null check (last >= 1),
    primary key (series, year)
);

-- What stands in the books stays there.
create function invoice_stays() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFT' then
        if tg_op = 'DELETE' then
            raise exception 'an issued invoice cannot be deleted' using errcode = 'restrict_violation';
        elsif (new.number, new.issued_at, new.due_on, new.customer, new.company_id, new.period, new.currency, new.supplier,
                new.place_of_supply)
            is distinct from (old.number, old.issued_at, old.due_on, old.customer, old.company_id, old.period, old.currency,
                old.supplier, old.place_of_supply) then
            raise exception 'an issued invoice cannot be edited' using errcode = 'restrict_violation';
        end if;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger invoice_stays before update or delete on invoice
    for each row execute function invoice_stays();

-- The lines of a draft that is being deleted find no invoice any more.
create function invoice_line_stays() returns trigger language plpgsql as $$
declare
    touched bigint := case when tg_op = 'INSERT' then new.invoice_id else old.invoice_id end;
begin
    if exists (select from invoice where id = touched and state <> 'DRAFT') then
        raise exception 'the lines of an issued invoice cannot be changed' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger invoice_line_stays before insert or update or delete on invoice_line
    for each row execute function invoice_line_stays();

create function money_row_stays() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger payment_stays before update or delete on payment
    for each row execute function money_row_stays();
create trigger credit_note_stays before update or delete on credit_note
    for each row execute function money_row_stays();
create trigger credit_note_line_stays before update or delete on credit_note_line
    for each row execute function money_row_stays();
