-- What a job's way to the public hangs on: whether its company can be reached, and what it owes.

-- Of a verified company nobody asks any more.
alter table company add column contact_verified_at timestamptz(3);
alter table company add constraint company_contact_verified_at_check
    check (contact_verified_at is null or state <> 'VERIFIED');

-- The oldest of what a company has not paid, found without looking at what it has.
create index invoice_unpaid on invoice (company_id, due_on) where state in ('OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE');

-- One more right; a test compares them with the enum.
alter domain access_rights drop constraint access_rights_check;
alter domain access_rights add constraint access_rights_check check (value <@ array[
    'READ_LISTED', 'COMPANY_REGISTER', 'COMPANY_READ', 'COMPANY_EDIT', 'COMPANY_REMOVE', 'COMPANY_VERIFY',
    'COMPANY_VERIFY_CONTACT', 'COMPANY_SUSPEND', 'COMPANY_REINSTATE', 'JOB_POST', 'JOB_READ', 'JOB_EDIT', 'JOB_REMOVE',
    'JOB_SUBMIT', 'JOB_APPROVE', 'JOB_REQUEST_CHANGES', 'JOB_REJECT', 'JOB_MARK_SPAM', 'JOB_START', 'JOB_PAUSE',
    'JOB_RESUME', 'JOB_FILL', 'JOB_EXPIRE', 'JOB_REOPEN', 'JOB_CLOSE', 'JOB_ARCHIVE', 'APPLICATION_APPLY',
    'APPLICATION_READ', 'APPLICATION_AUTO_SCREEN', 'APPLICATION_VIEW', 'APPLICATION_SHORTLIST',
    'APPLICATION_SCHEDULE_INTERVIEW', 'APPLICATION_RESCHEDULE', 'APPLICATION_NO_SHOW', 'APPLICATION_ATTEND',
    'APPLICATION_OFFER', 'APPLICATION_ACCEPT', 'APPLICATION_DECLINE', 'APPLICATION_LAPSE',
    'APPLICATION_CONFIRM_JOINING', 'APPLICATION_DROP', 'APPLICATION_REJECT', 'APPLICATION_UNREJECT',
    'APPLICATION_WITHDRAW', 'APPLICATION_JOB_CLOSED', 'INVOICE_READ', 'INVOICE_DRAFT', 'INVOICE_ISSUE',
    'INVOICE_RECORD_PAYMENT', 'INVOICE_WRITE_OFF', 'INVOICE_VOID', 'INVOICE_CREDIT']);
