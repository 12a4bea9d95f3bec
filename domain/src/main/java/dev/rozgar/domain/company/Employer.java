package dev.rozgar.domain.company;

/// As much of a company as its jobs depend on; a store can read it without the rest.
public record Employer(CompanyId id, CompanyState state) {}
