package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.job.Title;

/// A title of any length. The domain's titles are short; a longer one is cut behind a word, and the whole of it is put
/// before the description, so that nothing is lost.
///
/// @param title at most as long as the domain allows
/// @param whole as it was given
record Headline(Title title, String whole) {
    private static final int LONGEST = 100;

    /// @throws dev.rozgar.domain.InvalidValues where it says nothing
    static Headline of(String given) {
        var whole = Cleaned.line(given);
        return new Headline(new Title(Cleaned.shortened(whole, LONGEST)), whole);
    }

    String before(String description) {
        return title.value().equals(whole) ? description : whole + "\n\n" + description;
    }
}
