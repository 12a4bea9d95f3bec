-- Keys came before candidates: now the one can refer to the other.
alter table api_key add constraint api_key_candidate_id_fkey foreign key (candidate_id) references candidate (id);
create index api_key_candidate_id on api_key (candidate_id) where candidate_id is not null;
