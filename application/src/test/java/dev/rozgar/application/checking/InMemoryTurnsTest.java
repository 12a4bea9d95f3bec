package dev.rozgar.application.checking;

class InMemoryTurnsTest extends CheckTurnsContract {
    private final CheckTurns turns = new InMemoryTurns();

    @Override
    protected CheckTurns turns() {
        return turns;
    }
}
