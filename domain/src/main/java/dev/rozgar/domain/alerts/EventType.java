package dev.rozgar.domain.alerts;

/// What a webhook can hear of.
public enum EventType {
    /// Jobs have come to match a saved search of the keeper's.
    SEARCH_MATCHED("search.matched"),
    /// A job of the company has moved, or is new. For companies alone.
    JOB_MOVED("job.moved"),
    /// An application for a job of the company has moved, or is new. For companies alone.
    APPLICATION_MOVED("application.moved");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /// As events bear it.
    public String text() {
        return text;
    }

    /// Whether only companies hear of it: others would learn what is none of their business.
    public boolean isOfCompanies() {
        return this != SEARCH_MATCHED;
    }
}
