-- What the clock looks for, every few seconds, to draft the invoices of a month that is over: next to nothing, once they are drafted.
create index charge_to_bill on charge (kind, at, company_id) where invoice_id is null;
