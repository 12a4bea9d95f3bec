package dev.rozgar.bootstrap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Runs a load in stretches until it gets no faster, so that what is measured is not the compiler. On two cores that
/// are busy it takes the compiler tens of thousands of requests to be done with a service, and which of two paths is
/// the colder decides how they compare until then.
///
/// @param stretch how long a stretch lasts
/// @param least   stretches, however soon it settles: on a machine whose speed goes up and down it may seem to
/// @param most    stretches, settled or not
record WarmUp(Duration stretch, int least, int most) {
    static final WarmUp THOROUGH = new WarmUp(Duration.ofSeconds(5), 9, 15);

    /// So many stretches are compared with as many before them: machines are not steady enough to compare single ones.
    private static final int WINDOW = 3;

    private static final double NO_FASTER = 1.05;

    /// @param load answers with what was reached in such a time
    /// @return the last stretch, which tells how fast it is when warm
    Run settle(Function<Duration, Run> load) {
        List<Double> rates = new ArrayList<>();
        Run last;
        do {
            last = load.apply(stretch);
            rates.add(last.perSecond());
        } while (rates.size() < least || rates.size() < most && !isSettled(rates));
        return last;
    }

    static boolean isSettled(List<Double> rates) {
        int count = rates.size();
        return count >= 2 * WINDOW
                && median(rates.subList(count - WINDOW, count))
                        <= NO_FASTER * median(rates.subList(count - 2 * WINDOW, count - WINDOW));
    }

    private static double median(List<Double> rates) {
        return Spread.of(rates).median();
    }
}
