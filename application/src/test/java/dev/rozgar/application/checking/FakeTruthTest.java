package dev.rozgar.application.checking;

import java.time.Instant;

class FakeTruthTest extends CheckedTruthContract {
    private final FakeTruth truth = new FakeTruth();
    private Instant clock = Instant.parse("2026-03-01T09:00:00Z");

    @Override
    protected CheckedTruth truth() {
        return truth;
    }

    @Override
    protected Debts debts() {
        return truth;
    }

    @Override
    protected void change(long id, String title) {
        truth.change(id, title, now());
    }

    @Override
    protected void hide(long id) {
        truth.hide(id, now());
    }

    @Override
    protected void pay() {
        truth.settle(truth.claim());
    }

    @Override
    protected Instant now() {
        clock = clock.plusSeconds(1);
        return clock;
    }
}
