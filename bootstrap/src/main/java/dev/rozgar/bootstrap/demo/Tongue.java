package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.job.LanguageTag;

/// How an ad is written.
enum Tongue {
    ENGLISH("en-IN"),
    /// Hindi in Latin letters, mixed with English.
    HINGLISH("hi-Latn-IN"),
    HINDI("hi-IN");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    static Tongue draw(Dice dice) {
        double share = dice.unit();
        return share < 0.78 ? ENGLISH : share < 0.92 ? HINGLISH : HINDI;
    }

    LanguageTag tag() {
        return new LanguageTag(tag);
    }
}
