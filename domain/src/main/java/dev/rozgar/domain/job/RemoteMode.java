package dev.rozgar.domain.job;

/// Where the work is done; FIELD is work on the road, without a fixed place.
public enum RemoteMode {
    ONSITE,
    HYBRID,
    REMOTE,
    FIELD
}
