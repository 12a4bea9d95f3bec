package dev.rozgar.adapters.http;

import dev.rozgar.application.access.ApiKeys;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Keys in memory. It counts how often it is asked, and fails when it is told to.
public final class InMemoryApiKeys implements ApiKeys {
    private final Map<String, ApiKey> byHash = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    public final AtomicInteger asked = new AtomicInteger();
    public volatile @Nullable RuntimeException failure;

    /// The text of a new key with all rights of its role.
    public String make(Role role, Optional<CompanyId> company, Optional<CandidateId> candidate) {
        return make(role, company, candidate, Set.of());
    }

    public String make(Role role, Optional<CompanyId> company, Optional<CandidateId> candidate, Set<Right> only) {
        int number = made.incrementAndGet();
        String id = id(number);
        String text = text(number);
        save(
                new ApiKey(
                        id,
                        role.name(),
                        role,
                        company,
                        candidate,
                        only,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty()),
                sha256(text));
        return text;
    }

    /// The text of the so manieth key made.
    public static String text(int number) {
        return "rzg_" + id(number) + '_' + "A".repeat(35) + id(number);
    }

    private static String id(int number) {
        return String.format("%08x", number);
    }

    @Override
    public Optional<Identity> find(byte[] sha256, Instant now) {
        asked.incrementAndGet();
        RuntimeException told = failure;
        if (told != null) throw told;
        return Optional.ofNullable(byHash.get(HexFormat.of().formatHex(sha256)))
                .filter(key -> key.revokedAt().isEmpty())
                .filter(key -> key.expiresAt().isEmpty()
                        || now.isBefore(key.expiresAt().get()))
                .map(key -> new Identity(
                        key.role(), "key:" + key.id(), key.company(), key.candidate(), key.only(), Optional.empty()));
    }

    @Override
    public void save(ApiKey key, byte[] sha256) {
        byHash.put(HexFormat.of().formatHex(sha256), key);
    }

    @Override
    public List<ApiKey> list(int most) {
        return byHash.values().stream()
                .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public boolean revoke(String id, Instant at) {
        byHash.replaceAll((_, key) -> key.id().equals(id)
                ? new ApiKey(
                        key.id(),
                        key.label(),
                        key.role(),
                        key.company(),
                        key.candidate(),
                        key.only(),
                        key.createdAt(),
                        key.expiresAt(),
                        Optional.of(at))
                : key);
        return byHash.values().stream().anyMatch(key -> key.id().equals(id));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
