-- Which line of the invoice a credit note gives back: each can be given back once.

alter table credit_note_line add column line integer;

-- Those written before: the first line that says the same and is not taken, the second such for the second, and so on. What was
-- given back more often than it was billed keeps none.
alter table credit_note_line disable trigger user;
with given as (
    select n.ctid as place, n.invoice_id, row(n.sac, n.job_id, n.application_id, n.quantity, n.unit_price, n.discount, n.rate) as what,
        row_number() over (
            partition by n.invoice_id, n.sac, n.job_id, n.application_id, n.quantity, n.unit_price, n.discount, n.rate
            order by n.note, n.position) as turn
    from credit_note_line n
), billed as (
    select l.invoice_id, l.position, row(l.sac, l.job_id, l.application_id, l.quantity, l.unit_price, l.discount, l.rate) as what,
        row_number() over (
            partition by l.invoice_id, l.sac, l.job_id, l.application_id, l.quantity, l.unit_price, l.discount, l.rate
            order by l.position) as turn
    from invoice_line l
)
update credit_note_line n set line = b.position
from given g join billed b on b.invoice_id = g.invoice_id and b.turn = g.turn and b.what is not distinct from g.what
where n.ctid = g.place;
alter table credit_note_line enable trigger user;

alter table credit_note_line add foreign key (invoice_id, line) references invoice_line (invoice_id, position);
create unique index credit_note_line_line on credit_note_line (invoice_id, line);
