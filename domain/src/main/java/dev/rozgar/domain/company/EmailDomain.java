package dev.rozgar.domain.company;

import dev.rozgar.domain.HostName;
import dev.rozgar.domain.InvalidValues;
import java.util.Set;

/// The domain of a company's own mail addresses. Public mail providers are refused, because everybody has an address
/// there and it proves nothing (the rule of the Indian board hasjob).
public record EmailDomain(String value) {
    private static final Set<String> WEBMAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.co.in",
            "yahoo.in",
            "ymail.com",
            "rediffmail.com",
            "rediff.com",
            "hotmail.com",
            "outlook.com",
            "outlook.in",
            "live.com",
            "live.in",
            "msn.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "proton.me",
            "protonmail.com",
            "zohomail.in",
            "zohomail.com",
            "mail.com",
            "gmx.com",
            "yandex.com");

    public EmailDomain {
        value = new HostName(value).value();
        if (WEBMAIL.contains(value)) {
            throw InvalidValues.of("NOT_ALLOWED", "is a public mail provider; give the company's own domain");
        }
    }
}
