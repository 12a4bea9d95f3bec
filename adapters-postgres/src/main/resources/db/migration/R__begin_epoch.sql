-- Begins a new epoch of document versions when this is not the cluster, or not the timeline, of the last start.
create or replace function begin_epoch_if_moved() returns boolean language plpgsql as $$
declare
    moved boolean;
begin
    update index_state s
    set epoch = s.epoch + 1, system_identifier = control.system_identifier, timeline = checkpoint.timeline_id
    from pg_control_system() control, pg_control_checkpoint() checkpoint
    where s.system_identifier <> control.system_identifier or s.timeline <> checkpoint.timeline_id;
    moved := found;
    if moved then
        -- With every job that is listed now: the restored ledger may know less than the index has seen.
        perform owe('job', array(
            select doc_id from index_ledger where doc_type = 'job' union select id from job where listed order by 1));
    end if;
    return moved;
end $$;
