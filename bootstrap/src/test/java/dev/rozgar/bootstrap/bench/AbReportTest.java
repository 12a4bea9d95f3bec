package dev.rozgar.bootstrap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbReportTest {
    private static final String PERCENTILES = """
            Percentage served,Time in ms
            0,1.250
            50,4.125
            95,9.750
            99,12.500
            100,31.000
            """;

    @Test
    void readsWhatAnUndisturbedRunPrints() {
        Run run = new AbReport(report(500, 0, ""), PERCENTILES).run(500);

        assertEquals(new Run(500, 500, 0, 0, 0.4, 4.125, 9.75, 21_000_000, Map.of()), run);
        assertEquals(1250, run.perSecond(), 1e-9);
        assertEquals(42_000, run.bytesPerAnswer());
        assertEquals(List.of(), run.faults());
    }

    @Test
    void countsAnswersThatAreNo2xx() {
        Run run = new AbReport(report(500, 0, "Non-2xx responses:      12\n"), PERCENTILES).run(500);

        assertEquals(List.of("12 answers were not 2xx"), run.faults());
    }

    @Test
    void countsFailedRequestsAndBrokenWrites() {
        Run run = new AbReport(report(500, 3, "Write errors:           4\n"), PERCENTILES).run(500);

        assertEquals(List.of("7 requests failed"), run.faults());
    }

    @Test
    void takesAShortRunForInvalid() {
        Run run = new AbReport(report(493, 0, ""), PERCENTILES).run(500);

        assertEquals(List.of("only 493 of 500 requests were answered"), run.faults());
    }

    @Test
    void countsTheStatusesThatAWatchfulRunPrints() {
        String printed = answer(201) + answer(202) + answer(201) + report(3, 0, "");

        assertEquals(
                Map.of(201, 2, 202, 1),
                new AbReport(printed, PERCENTILES).run(3).statuses());
    }

    @Test
    void doesNotBelieveRubbishBehindTheLongestAnswer() {
        String few = "Percentage served,Time in ms\n50,20.0\n89,235.5\n90,3471766442030159.000\n95,0.1e\n100,235.5\n";

        assertEquals(235.5, new AbReport(report(5, 0, ""), few).run(5).p95());
    }

    @Test
    void refusesAReportWithoutANumberAndQuotesIt() {
        var refusal = assertThrows(
                AbReport.UnreadableReport.class,
                () -> new AbReport("apr_socket_recv: Connection refused (111)\n", PERCENTILES).run(500));

        assertTrue(String.valueOf(refusal.getMessage()).contains("Connection refused"));
    }

    @Test
    void refusesAReportWithoutPercentiles() {
        assertThrows(AbReport.UnreadableReport.class, () -> new AbReport(report(500, 0, ""), "").run(500));
    }

    private static String report(int complete, int failed, String more) {
        return """
                Benchmarking 127.0.0.1 (be patient).....done

                Document Length:        Variable

                Concurrency Level:      10
                Time taken for tests:   0.400 seconds
                Complete requests:      %d
                Failed requests:        %d
                %sTotal transferred:      21120000 bytes
                HTML transferred:       21000000 bytes
                Requests per second:    1250.00 [#/sec] (mean)
                Time per request:       8.000 [ms] (mean)

                Percentage of the requests served within a certain time (ms)
                  50%%      4
                  95%%     10
                 100%%     31 (longest request)
                """.formatted(complete, failed, more);
    }

    private static String answer(int status) {
        return "LOG: header received:\nHTTP/1.1 " + status
                + " Created\r\nContent-Length: 2\r\n\r\n{}\nHTTP/1.1 500 is only text here\n";
    }
}
