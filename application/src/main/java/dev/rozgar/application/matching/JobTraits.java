package dev.rozgar.application.matching;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.words.Understanding.Meaning;
import dev.rozgar.domain.job.JobId;
import java.util.List;

/// What of a job others may share.
///
/// @param title all of it
/// @param words of the name in the title, what else says the same beside each
/// @param occupation and what that is a part of, the narrowest first; none if the job names none
/// @param skills by their labels
/// @param localities of its places, as [#regions]
public record JobTraits(
        JobId id,
        String title,
        List<Meaning> words,
        List<Branch> occupation,
        List<String> skills,
        List<String> localities,
        List<String> regions) {
    /// A place in the tree of occupations.
    ///
    /// @param field that holds the number
    public record Branch(DocumentField field, long number, String label) {}

    public JobTraits {
        words = List.copyOf(words);
        occupation = List.copyOf(occupation);
        skills = List.copyOf(skills);
        localities = List.copyOf(localities);
        regions = List.copyOf(regions);
    }
}
