package dev.rozgar.bootstrap.cli;

/// A command cannot do what it was asked. The message is for the person at the keyboard and says what to do.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
