package dev.rozgar.domain.company;

/// How many people work there.
public enum SizeBand {
    SIZE_1_10(1),
    SIZE_11_50(11),
    SIZE_51_200(51),
    SIZE_201_500(201),
    SIZE_501_1000(501),
    SIZE_1001_5000(1001),
    SIZE_5001_10000(5001),
    SIZE_OVER_10000(10_001);

    private final int fewest;

    SizeBand(int fewest) {
        this.fewest = fewest;
    }

    /// The lower end of the band.
    public int fewest() {
        return fewest;
    }
}
