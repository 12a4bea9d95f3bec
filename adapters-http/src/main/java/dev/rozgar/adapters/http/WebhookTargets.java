package dev.rozgar.adapters.http;

/// Where webhooks may lead.
public enum WebhookTargets {
    /// By TLS, to hosts all of whose addresses can be reached from everywhere: who may keep a webhook must not reach
    /// with it what only this machine reaches.
    PUBLIC,
    /// Anywhere, also without TLS: for development and tests.
    ANY
}
