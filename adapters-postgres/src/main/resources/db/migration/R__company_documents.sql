-- Rendered from the declaration of the document "company"; not edited by hand.
create or replace function company_documents(ids bigint[])
returns table (id bigint, document text) language sql stable parallel safe as $$
    select r.id, concat(
            '{"id":',
            r.id,
            ',"version":',
            r.version,
            ',"slug":',
            json_scalar(r.slug),
            ',"external_id":',
            coalesce((json_scalar(r.external_id))::text, 'null'),
            ',"name":',
            json_scalar(r.display_name),
            ',"legal_name":',
            coalesce((json_scalar(r.legal_name))::text, 'null'),
            ',"logo":',
            case when r.has_logo then concat(
                '{"url":',
                json_scalar(r.logo_url),
                ',"sha256":',
                coalesce((json_scalar(r.logo_sha256))::text, 'null'),
                ',"width":',
                coalesce((r.logo_width)::text, 'null'),
                ',"height":',
                coalesce((r.logo_height)::text, 'null'),
                '}') else 'null' end,
            ',"website":',
            coalesce((json_scalar(r.website))::text, 'null'),
            ',"same_as":',
            array_to_json(r.same_as),
            ',"industry":',
            case when t1.code is null then 'null' else concat(
                '{"code":',
                json_scalar(t1.code),
                ',"label":',
                json_scalar(t1.label),
                ',"parent":',
                coalesce((json_scalar(t1.parent_code))::text, 'null'),
                '}') end,
            ',"size_band":',
            coalesce(('"' || r.size_band || '"')::text, 'null'),
            ',"locations":',
            '[' || array_to_string(array(
            select concat(
                '{"label":',
                coalesce((json_scalar(t2.label))::text, 'null'),
                ',"street":',
                coalesce((json_scalar(t2.street))::text, 'null'),
                ',"locality":',
                coalesce((json_scalar(t2.locality))::text, 'null'),
                ',"region":',
                coalesce((json_scalar(t2.region))::text, 'null'),
                ',"postcode":',
                coalesce((json_scalar(t2.postcode))::text, 'null'),
                ',"country":',
                json_scalar(t2.country),
                ',"point":',
                case when t2.lat is null then 'null' else concat('{"lat":', t2.lat, ',"lon":', t2.lon, '}') end,
                ',"is_hq":',
                case when t2.is_hq then 'true' else 'false' end,
                ',"timezone":',
                coalesce((json_scalar(t2.timezone))::text, 'null'),
                '}')
            from company_location t2 where t2.company_id = r.id order by t2.position), ',') || ']',
            ',"verification":',
            '"' || r.state || '"',
            ',"created_at":',
            '"' || to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"',
            ',"updated_at":',
            '"' || to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"',
            '}')
    from company r
    left join industry t1 on t1.code = r.industry_code
    where r.id = any (ids) and r.listed
$$;

insert into document_fingerprint (doc_type, fingerprint) values ('company', '85f288665f9b5231')
on conflict (doc_type) do update set fingerprint = excluded.fingerprint;
