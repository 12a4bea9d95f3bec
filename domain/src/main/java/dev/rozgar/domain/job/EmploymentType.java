package dev.rozgar.domain.job;

/// The kinds of employment of schema.org and Google for Jobs.
public enum EmploymentType {
    FULL_TIME,
    PART_TIME,
    CONTRACTOR,
    TEMPORARY,
    INTERN,
    VOLUNTEER,
    PER_DIEM,
    OTHER
}
