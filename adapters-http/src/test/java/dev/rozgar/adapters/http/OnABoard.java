package dev.rozgar.adapters.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// Tests of one class on one board, which each of them finds as it was opened.
public abstract class OnABoard {
    public static Board board;

    @BeforeAll
    public static void open() {
        board = Board.open();
    }

    @AfterAll
    public static void close() {
        board.close();
    }

    @BeforeEach
    public void begin() {
        board.reset();
    }
}
