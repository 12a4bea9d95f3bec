package dev.rozgar.domain.hiring;

/// How people meet for an interview.
public enum InterviewMode {
    WALK_IN,
    PHONE,
    VIDEO
}
