package dev.rozgar.engines;

/// An engine did not start or could not be controlled. The message is for the person at the keyboard and says the
/// fix.
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFailure(String message) {
        super(message);
    }

    EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
