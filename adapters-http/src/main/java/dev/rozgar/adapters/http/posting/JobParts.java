package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.json.Absent;
import dev.rozgar.adapters.http.resource.Renamed;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.CallWindow;
import dev.rozgar.domain.job.Contact;
import dev.rozgar.domain.job.Credentials;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.Licence;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.SafeHtml;
import dev.rozgar.domain.job.Scope;
import dev.rozgar.domain.job.Shift;
import dev.rozgar.domain.job.ShiftKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The objects inside a [PostJobBody].
public final class JobParts {
    private static final Currency RUPEE = Currency.getInstance("INR");

    private JobParts() {}

    public record DescriptionBody(
            String text,
            @Nullable String html,
            @Nullable String responsibilities,
            @Nullable String qualifications) {
        Description toDescription() {
            var faults = new Faults();
            var marked = faults.optional("html", html, SafeHtml::new);
            faults.at("", () -> description(Optional.empty()));
            return faults.build(() -> description(marked.get()));
        }

        private Description description(Optional<SafeHtml> marked) {
            return new Description(
                    text, marked, Optional.ofNullable(responsibilities), Optional.ofNullable(qualifications));
        }
    }

    public record ScopeBody(Integer minPct, Integer maxPct) {
        Scope toScope() {
            return new Scope(minPct, maxPct);
        }
    }

    public record ShiftBody(
            ShiftKind kind,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            @Nullable List<DayOfWeek> days) {
        Shift toShift() {
            return Renamed.build(
                    Map.of("/start", "/starts", "/end", "/ends"),
                    () -> new Shift(
                            kind,
                            Optional.ofNullable(starts),
                            Optional.ofNullable(ends),
                            Set.copyOf(Absent.orEmpty(days))));
        }
    }

    /// @param max       as `min` where nothing is said
    /// @param kind      fixed, or with incentive if one is given, where nothing is said
    /// @param disclosed shown, unless it is false
    public record PayBody(
            BigDecimal min,
            @Nullable BigDecimal max,
            String currency,
            PayPeriod period,
            @Nullable BigDecimal incentiveMax,
            @Nullable PayKind kind,
            @Nullable Boolean disclosed) {
        public Pay toPay() {
            var faults = new Faults();
            var unit = faults.required(
                    "currency", currency, Faults.form("an ISO 4217 code such as INR", Currency::getInstance));
            // Amounts are looked at even if the currency is wrong, so that both are told at once.
            faults.at("", () -> pay(RUPEE));
            return faults.build(() -> pay(unit.get()));
        }

        private Pay pay(Currency unit) {
            PayKind usual = incentiveMax == null ? PayKind.FIXED : PayKind.FIXED_PLUS_INCENTIVE;
            return new Pay(
                    min,
                    max == null ? min : max,
                    unit,
                    period,
                    Optional.ofNullable(incentiveMax),
                    kind == null ? usual : kind,
                    disclosed == null || disclosed);
        }
    }

    public record ExperienceBody(
            @Nullable Boolean required,
            @Nullable Integer monthsMin,
            @Nullable Integer monthsMax,
            @Nullable Boolean fresherOk) {
        static Experience orNone(@Nullable ExperienceBody given) {
            return given == null ? Experience.NONE : given.toExperience();
        }

        /// Freshers may apply, unless it is said otherwise or experience is required.
        private Experience toExperience() {
            boolean needed = Absent.isTrue(required);
            return new Experience(
                    needed,
                    Optional.ofNullable(monthsMin),
                    Optional.ofNullable(monthsMax),
                    fresherOk == null ? !needed : fresherOk);
        }
    }

    public record OpeningsBody(Integer total, @Nullable Integer filled) {
        /// Where both do not fit, a patch has lowered the total: no body says what is filled.
        public Openings toOpenings() {
            var faults = new Faults();
            faults.unless(
                    filled == null || total < 1 || filled <= total,
                    "total",
                    "CONTRADICTION",
                    "must be at least " + filled + ": so many seats are taken");
            faults.raise();
            return Renamed.build(
                    Map.of("/openings_total", "/total", "/openings_filled", "/filled"),
                    () -> new Openings(total, filled == null ? 0 : filled));
        }
    }

    public record CallWindowBody(LocalTime from, LocalTime to) {
        CallWindow toWindow() {
            return new CallWindow(from, to);
        }
    }

    public record ContactBody(
            String name,
            String phone,
            @Nullable Boolean whatsappOk,
            @Nullable CallWindowBody callWindow) {
        Contact toContact() {
            var faults = new Faults();
            var number = faults.required("phone", phone, PhoneNumber::new);
            var window = faults.optional("call_window", callWindow, CallWindowBody::toWindow);
            return faults.build(() -> new Contact(name, number.get(), Absent.isTrue(whatsappOk), window.get()));
        }
    }

    /// @param direct here on this board; so it is where no other way is given
    public record ApplyBody(
            @Nullable Boolean direct,
            @Nullable String url,
            @Nullable String email,
            @Nullable OffsetDateTime by) {
        ApplyChannel toChannel() {
            var faults = new Faults();
            var address = faults.optional("url", url, WebUrl::new);
            var mail = faults.optional("email", email, EmailAddress::new);
            boolean here = direct == null ? url == null && email == null : direct;
            return faults.build(() -> new ApplyChannel(here, address.get(), mail.get()));
        }
    }

    static Credentials credentials(PostJobBody body) {
        var faults = new Faults();
        var named = faults.each("licences", body.licences(), Licence::new);
        return faults.build(() -> new Credentials(
                named.get(),
                Absent.isTrue(body.licenceRequired()),
                Absent.isTrue(body.ownVehicle()),
                Set.copyOf(Absent.orEmpty(body.documents()))));
    }
}
