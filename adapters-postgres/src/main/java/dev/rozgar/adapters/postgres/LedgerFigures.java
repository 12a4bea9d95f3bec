package dev.rozgar.adapters.postgres;

import java.time.Duration;

/// How the tables of the ledger are.
///
/// @param deadRows       that wait to be vacuumed, as the statistics know it
/// @param epoch          upper bits of every document version
/// @param refused        documents that the index has refused at least once and that will be sent again
/// @param waitingChanges of many documents, yet to be spread over them
/// @param oldestWaiting  age of the oldest of these
public record LedgerFigures(
        long deadRows, long liveRows, long epoch, long refused, long waitingChanges, Duration oldestWaiting) {}
