package dev.rozgar.bootstrap.cli;

import java.util.List;

/// An option has a value that it cannot have; told before anything is started.
final class WrongOption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOption(String message) {
        super(message);
    }

    static void unlessKnown(String option, List<String> given, List<String> known) {
        for (String each : given) {
            if (!known.contains(each))
                throw new WrongOption(option + " = " + each + ": expected one of " + String.join(", ", known));
        }
    }

    static void unlessWithin(String option, int given, int least, int most) {
        if (given < least || given > most) {
            throw new WrongOption(option + " = " + given + ": expected a whole number from " + least + " to " + most);
        }
    }
}
