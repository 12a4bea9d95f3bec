package dev.rozgar.adapters.http.route;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.rozgar.adapters.http.TokenSettings;
import dev.rozgar.adapters.http.wire.Sha256;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the tokens of one issuer.
public final class Tokens {
    private static final long OUTAGE_MILLIS = Duration.ofHours(1).toMillis();
    private static final int LONGEST_SUBJECT = 100;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /// @throws IllegalArgumentException where the keys cannot be read or found
    public Tokens(TokenSettings settings, Clock clock) {
        // Named here, so that neither "none" nor a public key taken for a shared secret can ever pass.
        Set<JWSAlgorithm> algorithms = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, source(settings.keys())));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(new Claims(settings, clock));
    }

    /// Whose token it is; empty if it is not to be believed.
    ///
    /// @throws PortFailure while the keys cannot be had
    Optional<Identity> read(String token) {
        try {
            return identity(processor.process(token, null));
        } catch (RateLimitReachedException unknownKeys) {
            // Somebody asks for keys that are not in the set faster than the set is read again.
            return Optional.empty();
        } catch (KeySourceException away) {
            throw PortFailure.unavailable("the token keys cannot be read: " + away.getMessage(), away);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Identity> identity(JWTClaimsSet claims) throws ParseException {
        Optional<Role> role = role(claims.getStringClaim("role"));
        Optional<CompanyId> company = number(claims, "company_id").map(CompanyId::new);
        Optional<CandidateId> candidate = number(claims, "candidate_id").map(CandidateId::new);
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank()) return Optional.empty();
        return role.filter(known -> known != Role.RECRUITER || company.isPresent())
                .filter(known -> known != Role.CANDIDATE || candidate.isPresent())
                .map(known -> new Identity(
                        known,
                        subject(claims),
                        known == Role.RECRUITER ? company : Optional.empty(),
                        known == Role.CANDIDATE ? candidate : Optional.empty(),
                        Set.of(),
                        Optional.empty()));
    }

    /// Whole numbers above zero only: half a company is none, and nothing is rounded to one.
    private static Optional<Long> number(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof Long whole && whole > 0 ? Optional.of(whole) : Optional.empty();
    }

    /// In either case of letters, of ASCII only: other letters have capitals in ASCII too ("fınance"). The board itself
    /// needs no token, and nobody is nobody.
    private static Optional<Role> role(@Nullable String name) {
        if (name == null || name.chars().anyMatch(c -> c > 127)) return Optional.empty();
        for (Role role : Role.values())
            if (role.name().equalsIgnoreCase(name) && role != Role.SYSTEM && role != Role.ANONYMOUS)
                return Optional.of(role);
        return Optional.empty();
    }

    /// A name too long for the log is hashed rather than cut: two callers must never share one.
    private static String subject(JWTClaimsSet claims) {
        String whole = "jwt:" + claims.getIssuer() + '|' + claims.getSubject();
        boolean plain = whole.length() <= LONGEST_SUBJECT && whole.chars().allMatch(c -> c >= ' ' && c < 127);
        return plain ? whole : "jwt:sha256:" + Sha256.hex(whole);
    }

    private static JWKSource<SecurityContext> source(TokenSettings.Keys keys) {
        try {
            return switch (keys) {
                case TokenSettings.Keys.Inline(String json) -> new ImmutableJWKSet<>(JWKSet.parse(json));
                case TokenSettings.Keys.At(var address, var most) ->
                    JWKSourceBuilder.create(address.toURL(), retriever(Math.toIntExact(most.toMillis())))
                            .outageTolerant(OUTAGE_MILLIS)
                            .build();
            };
        } catch (ParseException | MalformedURLException unusable) {
            throw new IllegalArgumentException("the token keys cannot be read", unusable);
        }
    }

    private static ResourceRetriever retriever(int millis) {
        return new DefaultResourceRetriever(millis, millis, JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT);
    }

    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        private Claims(TokenSettings settings, Clock clock) {
            super(
                    settings.audience(),
                    new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                    Set.of("sub", "exp", "role"));
            this.clock = clock;
            setMaxClockSkew(Math.toIntExact(settings.skew().toSeconds()));
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
