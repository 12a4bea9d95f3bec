package dev.rozgar.bootstrap.demo;

/// What the parts of one job have in common.
///
/// @param which the job's number, from 0
record Vacancy(long seed, int which, DemoCompany employer, Trade trade, City city, Tongue tongue) {

    static Vacancy of(long seed, int which, DemoCompany employer) {
        var dice = new Dice(seed, "vacancy", which);
        return new Vacancy(
                seed, which, employer, Trade.draw(employer.industry(), dice), employer.place(dice), Tongue.draw(dice));
    }

    Dice dice(String topic) {
        return new Dice(seed, topic, which);
    }

    String fill(String sentence) {
        return sentence.replace("{company}", employer.name())
                .replace("{city}", tongue == Tongue.HINDI ? city.devanagari() : city.name())
                .replace("{area}", dice("area").pick(city.areas()))
                .replace("{title}", trade.label())
                .replace("{openings}", Integer.toString(dice("openings").between(2, 40)));
    }
}
