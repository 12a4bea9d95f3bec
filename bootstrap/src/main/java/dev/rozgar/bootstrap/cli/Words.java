package dev.rozgar.bootstrap.cli;

import java.util.Locale;

/// Constants as people read them.
final class Words {
    private Words() {}

    /// `UNDER_WAY` as `under way`.
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
