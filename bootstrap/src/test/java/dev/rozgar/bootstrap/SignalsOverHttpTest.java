package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.HiringBoard.Applicant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A job lives, on real engines, and its signals follow.
class SignalsOverHttpTest {
    @Test
    void signalsFollowWhatHappens() {
        try (var board = new HiringBoard()) {
            String job = board.job(9);
            assertEquals(
                    "\"days_listed\":0.0,\"times_listed\":1,\"reposts\":0,\"applications\":{\"received\":0}}",
                    told(board, job));
            List<Applicant> people = new ArrayList<>();
            for (int i = 0; i < 5; i++) people.add(board.applied(job));
            for (int i = 0; i < 5; i++)
                assertEquals(
                        201, board.recruits(people.get(i), "VIEW", "SCREENED").status());
            assertEquals(
                    201, board.recruits(people.get(0), "SHORTLIST", "IN_REVIEW").status());
            assertEquals(201, move(board, job, "PAUSE", "PUBLISHED"));
            assertEquals(404, board.get(board.recruiter(), job + "/signals").status());
            assertEquals(201, move(board, job, "RESUME", "PAUSED"));

            assertEquals(
                    "\"days_listed\":0.0,\"times_listed\":2,\"reposts\":0,\"applications\":{\"received\":5,"
                            + "\"answered_share\":0.20,\"median_hours_to_first_view\":0.0}}",
                    told(board, job));
            String again = told(board, board.job(1));
            assertTrue(again.contains("\"reposts\":1,"), again);
        }
    }

    /// What follows the time.
    private static String told(HiringBoard board, String job) {
        String text = board.get(board.recruiter(), job + "/signals").text();
        return text.substring(Math.max(0, text.indexOf("\"days_listed\"")));
    }

    private static int move(HiringBoard board, String job, String move, String from) {
        String body = "{\"move\": \"" + move + "\", \"from_state\": \"" + from + "\"}";
        return board.move(board.recruiter(), job, body).status();
    }
}
