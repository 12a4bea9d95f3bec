package dev.rozgar.application.indexing;

import java.time.Duration;

/// A debt that this node has taken on for a while: a document that must be written to the index.
///
/// @param id the job's id
/// @param wanted the newest change known when the debt was claimed; settling compares against it
/// @param version the document's version, handed out at the claim and so before its rows are read
/// @param tries how often the index has refused this document since it last changed
/// @param age of the oldest change that is owed, at the claim
public record Claim(long id, long wanted, long version, int tries, Duration age) {}
