package dev.rozgar.adapters.postgres.sql;

import dev.rozgar.application.PortFailure;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Which kind of failure an SQLSTATE is (PostgreSQL, appendix A), in one place.
public final class PostgresFailures {
    /// What a client may be told of a broken constraint.
    private static final Map<String, String> CODES = Map.ofEntries(
            // A new job or company under the id of a stored one.
            Map.entry("job_pkey", "STALE_VERSION"),
            Map.entry("company_pkey", "STALE_VERSION"),
            // A line of the log that was written without its subject's lock.
            Map.entry("transition_pkey", "STALE_VERSION"),
            Map.entry("job_requisition_key", "DUPLICATE_REQUISITION_ID"),
            Map.entry("job_company_id_fkey", "UNKNOWN_COMPANY"),
            Map.entry("job_occupation_id_fkey", "UNKNOWN_OCCUPATION"),
            Map.entry("company_slug_key", "DUPLICATE_SLUG"),
            Map.entry("company_industry_code_fkey", "UNKNOWN_INDUSTRY"),
            // Somebody with this phone applied for the first time at the same moment.
            Map.entry("candidate_phone_key", "PHONE_IN_USE"),
            Map.entry("application_pkey", "STALE_VERSION"),
            Map.entry("application_live_key", "ALREADY_APPLIED"),
            Map.entry("application_job_id_fkey", "UNKNOWN_JOB"),
            Map.entry("application_candidate_id_fkey", "UNKNOWN_CANDIDATE"),
            Map.entry("interview_slot_job_id_fkey", "UNKNOWN_JOB"),
            Map.entry("interview_slot_capacity", "SLOT_FULL"),
            Map.entry("job_opening_seat_key", "SEAT_TAKEN"),
            Map.entry("job_opening_application_key", "SEAT_TAKEN"),
            Map.entry("invoice_pkey", "STALE_VERSION"),
            Map.entry("invoice_company_id_fkey", "UNKNOWN_COMPANY"),
            Map.entry("charge_company_id_fkey", "UNKNOWN_COMPANY"),
            Map.entry("saved_search_company_id_fkey", "UNKNOWN_COMPANY"),
            Map.entry("saved_search_candidate_id_fkey", "UNKNOWN_CANDIDATE"),
            Map.entry("webhook_company_id_fkey", "UNKNOWN_COMPANY"),
            Map.entry("webhook_candidate_id_fkey", "UNKNOWN_CANDIDATE"),
            Map.entry("api_key_pkey", "DUPLICATE_KEY"),
            Map.entry("api_key_sha256_key", "DUPLICATE_KEY"),
            Map.entry("api_key_company_id_fkey", "UNKNOWN_COMPANY"),
            Map.entry("api_key_candidate_id_fkey", "UNKNOWN_CANDIDATE"));

    private static final Set<String> BROKEN = Set.of("08003", "08006", "57P01", "57P02");

    /// Raised by our own functions when a version is not the stored one; class RZ is nobody else's.
    static final String STALE_VERSION = "RZ409";

    /// Raised while another transaction has the key of the same attempt.
    static final String IN_FLIGHT = "RZ423";

    /// Ended by its own limit of time, if nobody ends statements by hand.
    private static final String CANCELLED = "57014";

    private PostgresFailures() {}

    /// Of a library that wraps what the driver said.
    public static PortFailure of(RuntimeException wrapper) {
        for (Throwable cause = wrapper; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) return of(failure);
        }
        return PortFailure.broken("PostgreSQL was not used as it should be", wrapper);
    }

    public static PortFailure of(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (state.equals(STALE_VERSION)) return PortFailure.conflict("STALE_VERSION", "a stale version", failure);
        if (state.equals(IN_FLIGHT))
            return PortFailure.conflict("IDEMPOTENCY_KEY_IN_FLIGHT", "the same attempt is under way", failure);
        if (state.equals(CANCELLED)) return PortFailure.tooSlow("PostgreSQL takes too long: " + state, failure);
        if (isOutage(failure, state)) {
            String how = state.isEmpty() ? "no connection in time" : state;
            return PortFailure.unavailable("PostgreSQL does not answer: " + how, failure);
        }
        String code = CODES.get(constraint(failure));
        if (state.startsWith("23") && code != null) return PortFailure.conflict(code, "a broken constraint", failure);
        return PortFailure.broken("PostgreSQL refuses: " + state, failure);
    }

    /// Whether the connection is of no more use: closed, broken, or ended by an administrator or a crash.
    static boolean isBrokenConnection(SQLException failure) {
        return BROKEN.contains(Objects.requireNonNullElse(failure.getSQLState(), ""));
    }

    /// Whether the same statement may succeed at once: a deadlock or a serialization failure.
    public static boolean isWorthRepeating(SQLException failure) {
        return "40001".equals(failure.getSQLState()) || "40P01".equals(failure.getSQLState());
    }

    /// The same, of whatever wraps what the driver said.
    public static boolean isWorthRepeating(PortFailure failure) {
        return failure.getCause() instanceof SQLException cause && isWorthRepeating(cause);
    }

    private static boolean isOutage(SQLException failure, String state) {
        if (failure instanceof SQLTransientConnectionException || failure instanceof SQLTimeoutException) return true;
        // Connections lost (08), too few resources (53), cancelled or shut down (57), system errors (58), and
        // contention.
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("40001")
                || state.equals("40P01")
                || state.equals("25P03")
                || state.equals("55P03");
    }

    private static String constraint(SQLException failure) {
        return failure instanceof PSQLException ours ? name(ours.getServerErrorMessage()) : "";
    }

    private static String name(@Nullable ServerErrorMessage message) {
        String constraint = message == null ? null : message.getConstraint();
        return constraint == null ? "" : constraint;
    }
}
