package dev.rozgar.adapters.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// Tests before each of which there is a company with its published job, and nothing else: see [Keeping].
public abstract class OnAKeptBoard {
    public static Board board;
    public static Keeping keeping;

    @BeforeAll
    public static void open() {
        board = Board.open();
        keeping = new Keeping(board);
    }

    @AfterAll
    public static void close() {
        board.close();
    }

    @BeforeEach
    public void begin() {
        keeping.begin();
    }
}
