package dev.rozgar.application.hiring;

import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.JobApplication;

/// An application with who sent it.
public record ApplicationFile(JobApplication application, Candidate candidate) {}
