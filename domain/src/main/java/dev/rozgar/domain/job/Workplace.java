package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.util.List;

/// Where the work is done.
///
/// @param locations        1..50; of a remote job, the places it belongs to
/// @param applicantRegions where applicants may live, at most 50; empty: anywhere
public record Workplace(List<JobLocation> locations, RemoteMode remote, List<RegionCode> applicantRegions) {
    public Workplace {
        locations = List.copyOf(locations);
        applicantRegions = List.copyOf(applicantRegions);
        var faults = new Faults();
        faults.size("locations", locations.size(), 1, 50);
        faults.size("applicant_regions", applicantRegions.size(), 0, 50);
        faults.distinct("applicant_regions", applicantRegions);
        faults.raise();
    }

    /// One place, on site.
    public static Workplace at(JobLocation place) {
        return new Workplace(List.of(place), RemoteMode.ONSITE, List.of());
    }
}
