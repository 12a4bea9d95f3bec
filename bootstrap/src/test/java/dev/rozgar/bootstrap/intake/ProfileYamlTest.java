package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.taxonomy.Taxonomy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ProfileYamlTest {
    static final List<String> OURS = Profiles.NAMES;

    @ParameterizedTest
    @FieldSource("OURS")
    void theProfilesThatComeWithTheProductAreSound(String name) {
        assertTrue(Profiles.find(name).source().value().length() > 1);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var unusable = assertThrows(UnusableImport.class, () -> ProfileYaml.read("bad", """
                colour: red
                country: Narnia
                currency: shells
                time_zone: Moon/Base
                term_days: soon
                encoding: klingon
                delimiter: ";;"
                industry: magic
                fields: {titel: "{Post}", title: "{Post"}
                codes: {pay_period: Annual}
                extract: {shift: "("}
                dates: [qqqqqqq]
                occupations: [{contains: [wizard], is: Wizard}]
                """));

        assertEquals(14, unusable.faults().size(), unusable.faults().toString());
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThrows(UnusableImport.class, () -> ProfileYaml.read("bad", "fields: ["));
        assertThrows(UnusableImport.class, () -> ProfileYaml.read("bad", "just words"));
    }

    @Test
    void buildsNoObjects() {
        assertThrows(
                UnusableImport.class, () -> ProfileYaml.read("bad", "source: !!javax.script.ScriptEngineManager []"));
    }

    @Test
    void anUnknownProfileIsTold() {
        var unusable = assertThrows(UnusableImport.class, () -> Profiles.find("nowhere/board.yaml"));

        assertTrue(unusable.faults().getFirst().startsWith("There is no profile nowhere"));
    }

    @Test
    void aLineWithoutItsColumnsIsLeftOut() {
        var template = Template.parse("Work at {Place}.\nHours: {Hours}\nAsk for {Name}, {Room}.");

        assertEquals(Optional.of("Work at Pune.\nAsk for Asha, 4."), template.fill(column -> switch (column) {
            case "Place" -> Optional.of("Pune");
            case "Name" -> Optional.of("Asha");
            case "Room" -> Optional.of("4");
            default -> Optional.empty();
        }));
    }

    @Test
    void theFirstLineWithAKnownWordDecidesTheOccupation() {
        var rules = Profiles.find("nyc").occupations();

        assertEquals(
                Taxonomy.standard().occupation("Plumber"),
                OccupationRule.first(rules, "PLUMBER'S HELPER\nENGINEER\nEngineering, Architecture, & Planning"));
    }
}
