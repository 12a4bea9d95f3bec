package dev.rozgar.adapters.postgres;

import java.time.Duration;

/// How the tables of the ledger are.
///
/// @param deadRows      that wait to be vacuumed, as the statistics know it
/// @param epoch         upper bits of every document version
/// @param refused       documents that the index has refused at least once and that will be sent again
/// @param edits         documents owed since they were changed by themselves
/// @param spread        documents owed since something was changed that many show
/// @param oldestWaiting age of the oldest change that is yet to be spread over its documents
public record LedgerFigures(
        long deadRows, long liveRows, long epoch, long refused, long edits, long spread, Duration oldestWaiting) {}
