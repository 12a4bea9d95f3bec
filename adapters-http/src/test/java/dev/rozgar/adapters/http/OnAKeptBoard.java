package dev.rozgar.adapters.http;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// Tests before each of which there is a company with its published job, and nothing else: see [Keeping].
public abstract class OnAKeptBoard extends OnABoard {
    public static Keeping keeping;

    @BeforeAll
    public static void keep() {
        keeping = new Keeping(board);
    }

    @BeforeEach
    @Override
    public void begin() {
        keeping.begin();
    }
}
