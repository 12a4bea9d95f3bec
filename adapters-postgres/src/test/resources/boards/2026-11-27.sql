insert into company (id, version, slug, display_name, same_as, state, state_at, created_at, updated_at)
values (1, 1, 'company-1', 'Company 1', '{}', 'VERIFIED', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z');
insert into company_location (company_id, position, label, locality, country, is_hq, timezone)
values (1, 0, 'Pune', 'Pune', 'IN', true, 'Asia/Kolkata');
insert into job (
    id, version, company_id, slug, language, title, description_text, remote, applicant_regions, categories,
    employment_types, pay_disclosed, experience_required, fresher_ok, licences, licence_required, own_vehicle,
    documents, benefits, openings_total, openings_filled, apply_direct, published_at, expires_at, immediate,
    source, promotion, state, state_at, created_at, updated_at)
values (
    1, 1, 1, 'job-1', 'en-IN', 'Fork-lift driver (C++)', 'Work.', 'ONSITE', '{}', '{}',
    '{FULL_TIME}', false, false, true, '{}', false, false,
    '{}', '{}', 1, 0, true, '2026-03-01Z', '2026-04-01Z', true,
    'sql', 0, 'PUBLISHED', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z'), (
    2, 1, 1, 'job-2', 'en-IN', 'घर की रसोई में बावर्ची', 'Work.', 'ONSITE', '{}', '{}',
    '{FULL_TIME}', false, false, true, '{}', false, false,
    '{}', '{}', 1, 0, true, '2026-03-01Z', '2026-04-01Z', true,
    'sql', 0, 'PUBLISHED', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z');
insert into job_location values
    (1, 0, 'MG Road', 'Pune', 'Maharashtra', '411001', 'IN', 18.5, 73.8, 'STREET', 'place:1'),
    (1, 1, null, 'Mumbai', null, null, 'IN', null, null, 'LOCALITY', null);
insert into job_shift values
    (1, 0, 'DAY', '09:00', '18:00', '{MONDAY}'), (1, 1, 'NIGHT', null, null, '{FRIDAY}');
insert into job_skill values (1, 0, 'skill:1', 'Driving', 'MUST', 10), (1, 1, null, 'Cooking', 'NICE', 5);
insert into job_language values (1, 0, 'language:1', 'Hindi', 'MUST', 10), (1, 1, null, 'Marathi', 'NICE', 5);
