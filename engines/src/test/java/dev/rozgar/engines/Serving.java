package dev.rozgar.engines;

import java.util.Map;

/// The program that a test ends: runs a server until then.
final class Serving {
    private Serving() {}

    public static void main(String[] arguments) throws InterruptedException {
        Engines.of(Map.of()).postgres(EngineOptions.temporary().only(Origin.EMBEDDED));
        System.out.println("serving");
        Thread.currentThread().join();
    }
}
