package dev.rozgar.application.change;

import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.change.BillingDesk.Charge;
import dev.rozgar.application.change.BillingDesk.Counter;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All rows. A transaction works on a copy, which takes the place of what it was copied from or is dropped.
final class Memory {
    final Map<CompanyId, Company> companies = new HashMap<>();
    final Set<CompanyId> removedCompanies = new HashSet<>();
    final Map<JobId, Job> jobs = new HashMap<>();
    final Map<JobId, CompanyId> removedJobs = new HashMap<>();
    final Map<ApplicationId, JobApplication> applications = new HashMap<>();
    final Map<CandidateId, Candidate> candidates = new HashMap<>();
    final Map<JobId, ApplicationForm> forms = new HashMap<>();
    final Map<InterviewSlotId, InterviewSlot> slots = new HashMap<>();
    final Map<Chair, ApplicationId> seats = new HashMap<>();
    final List<Billed> charges = new ArrayList<>();
    final Map<InvoiceId, Invoice> invoices = new HashMap<>();
    final Map<Counter, Long> numbers = new HashMap<>();
    final List<Transition> log = new ArrayList<>();
    final Map<Key, Kept> replies = new HashMap<>();
    final Map<SavedSearchId, SavedSearch> searches = new HashMap<>();
    final List<Finding> findings = new ArrayList<>();
    final Map<WebhookId, Hook> webhooks = new HashMap<>();
    final Map<DeliveryId, Sent> deliveries = new HashMap<>();
    Round round = new Round(Optional.empty(), 0, Optional.empty());

    record Chair(JobId job, Seat seat) {}

    record Billed(Charge charge, Optional<InvoiceId> invoice) {}

    record Key(String owner, String key) {}

    record Kept(String fingerprint, StoredReply reply) {}

    record Finding(SavedSearchId search, Alerts.Found found) {}

    /// @param until the secret before signs as well, if there is one
    record Hook(Webhook webhook, List<Secret> secrets, Instant until) {}

    /// @param claimed until then, if it is
    record Sent(WebhookId webhook, Delivery delivery, Optional<Instant> claimed) {}

    /// Of looking through the feed.
    record Round(Optional<FeedCursor> from, long holding, Optional<Instant> leased) {}

    Memory copy() {
        var copy = new Memory();
        copy.companies.putAll(companies);
        copy.removedCompanies.addAll(removedCompanies);
        copy.jobs.putAll(jobs);
        copy.removedJobs.putAll(removedJobs);
        copy.applications.putAll(applications);
        copy.candidates.putAll(candidates);
        copy.forms.putAll(forms);
        copy.slots.putAll(slots);
        copy.seats.putAll(seats);
        copy.charges.addAll(charges);
        copy.invoices.putAll(invoices);
        copy.numbers.putAll(numbers);
        copy.log.addAll(log);
        copy.replies.putAll(replies);
        copy.searches.putAll(searches);
        copy.findings.addAll(findings);
        copy.webhooks.putAll(webhooks);
        copy.deliveries.putAll(deliveries);
        copy.round = round;
        return copy;
    }
}
