package dev.rozgar.bootstrap.demo;

/// The figures that the demo follows, in one place; a test measures the outcome against them. Most were counted on
/// real boards (one percent samples of the Swedish public board, postings of New York City, of EMSCAD and of company
/// career pages); where India differs, the comment says so.
final class Shapes {
    /// Ads per employer follow Zipf's law over this many possible employers: the ten largest have about 29 percent.
    static final int EMPLOYERS = 200_000;
    static final double EMPLOYER_EXPONENT = 1.05;
    /// Occupations, flatter than civil-service titles (1.15) because the list is short.
    static final double OCCUPATION_EXPONENT = 0.6;
    static final double SKILL_EXPONENT = 1.0;

    /// Days since publication: 63 percent within four weeks, 88 within eight.
    static final Quantiles AGE_DAYS = Quantiles.of(0, 0, 0.63, 28, 0.88, 56, 1, 90);
    static final Quantiles DAYS_LEFT = Quantiles.of(0, 1, 0.5, 15, 1, 45);

    static final Quantiles TITLE_LENGTH = Quantiles.of(0, 8, 0.05, 15, 0.5, 35, 0.95, 70, 1, 98);
    /// Ads of office work have 1,400 characters in the middle, those of blue-collar work 600. Less here, because
    /// responsibilities and qualifications stand apart, the last sentence goes beyond the figure, and a whole
    /// document is to have 2.5 to 3 kB on average.
    static final Quantiles TEXT_LENGTH = Quantiles.of(0, 80, 0.05, 100, 0.5, 212, 0.95, 710, 0.99, 1600, 1, 4500);
    static final Quantiles SKILLS = Quantiles.of(0, 3, 0.6, 4, 0.9, 6, 1, 8.99);
    static final Quantiles OPENINGS = Quantiles.of(0, 1, 0.55, 1.4, 0.8, 5, 0.95, 20, 1, 200);
    /// Highest to lowest pay: a tenth names one figure, the median spread is 1.29.
    static final Quantiles PAY_RATIO = Quantiles.of(0, 1, 0.099, 1, 0.1, 1.04, 0.5, 1.29, 0.9, 2.09, 1, 3);

    static final double APPLY_BY = 0.85;
    /// Swedish ads name pay in 49 percent; boards for this kind of work in India nearly always do.
    static final double PAY = 0.80;
    static final double PAY_UNDISCLOSED = 0.05;
    static final double EMPLOYER_URL = 0.22;
    static final double LOGO = 0.30;
    /// The rest name the state alone.
    static final double LOCALITY = 0.95;
    static final double POSTCODE = 0.37;
    static final double STREET = 0.35;
    static final double EXPERIENCE = 0.74;
    static final double EDUCATION = 0.55;
    static final double BENEFITS = 0.60;
    static final double INDUSTRY = 0.73;
    static final double ONE_LOCATION = 0.978;
    static final double TWO_LOCATIONS = 0.012;
    /// Whole ads posted again by the same employer; with them about 4.6 percent of the descriptions are identical.
    static final double REPOST = 0.046;
    /// Points are mostly the middle of a town or of one of its parts; only these are exact.
    static final double EXACT_POINT = 0.05;

    private Shapes() {}
}
