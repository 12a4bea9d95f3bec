package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.company.IndustryCode;
import dev.rozgar.domain.job.JobSource;
import dev.rozgar.domain.job.LanguageTag;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a kind of file means, declared in YAML; `profiles/nyc.yaml` shows and explains everything there is.
///
/// @param fields     where each value stands
/// @param codes      for fields whose cells are codes of the file: what each of them means
/// @param extract    for fields whose cells hold more than the value: a pattern with a group for it
/// @param dates      the forms of dates, tried one after the other
/// @param categories the names that a cell with several categories is made of; or how they are separated
record Profile(
        JobSource source,
        Reading reading,
        Defaults defaults,
        Map<Field, Template> fields,
        Map<Field, Map<String, String>> codes,
        Map<Field, Pattern> extract,
        List<DateTimeFormatter> dates,
        Categories categories,
        List<OccupationRule> occupations) {

    /// How the bytes become cells.
    ///
    /// @param rejectInvalid reject rows with bytes that are not of the charset, instead of showing U+FFFD
    /// @param doubleEncoded undo UTF-8 that was taken for Windows-1252 and encoded again
    /// @param missing       cells that mean "nothing", whatever their letter case
    record Reading(Charset charset, boolean rejectInvalid, boolean doubleEncoded, char delimiter, Set<String> missing) {
        boolean isMissing(String cell) {
            return cell.isEmpty() || missing.stream().anyMatch(cell::equalsIgnoreCase);
        }
    }

    /// What holds where the file says nothing.
    ///
    /// @param term how long a posting without an end is open
    record Defaults(
            CountryCode country,
            Currency currency,
            ZoneId zone,
            LanguageTag language,
            Duration term,
            Optional<IndustryCode> industry) {}

    /// @param separator between categories; empty: none
    /// @param known     names that may contain the separator; found first, longest first
    record Categories(String separator, List<String> known) {}
}
