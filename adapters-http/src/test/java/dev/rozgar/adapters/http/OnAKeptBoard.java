package dev.rozgar.adapters.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// Tests before each of which there is a company with its published job, and nothing else: see [Keeping].
abstract class OnAKeptBoard {
    static Board board;
    static Keeping keeping;

    @BeforeAll
    static void open() {
        board = Board.open();
        keeping = new Keeping(board);
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @BeforeEach
    void begin() {
        keeping.begin();
    }
}
