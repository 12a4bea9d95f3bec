package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.job.Title;

/// A title of any length. The domain's titles are short; a longer one is cut behind a word, and the whole of it is put
/// before the description, so that nothing is lost.
record Headline(String whole) {
    private static final int LONGEST = 100;

    Headline {
        whole = Cleaned.line(whole);
    }

    Title title() {
        return new Title(Cleaned.shortened(whole, LONGEST));
    }

    String before(String description) {
        return title().value().equals(whole) ? description : whole + "\n\n" + description;
    }
}
