-- Counts the companies that are listed.
create or replace function company_changed() returns trigger language plpgsql as $$
declare
    change bigint;
begin
    case tg_op
        when 'INSERT' then
            select count(*) into change from new_rows where listed;
        when 'DELETE' then
            select -count(*) into change from old_rows where listed;
        else
            change := (select count(*) from new_rows where listed) - (select count(*) from old_rows where listed);
    end case;
    if change <> 0 then
        perform count_listed('company', change);
    end if;
    return null;
end $$;
