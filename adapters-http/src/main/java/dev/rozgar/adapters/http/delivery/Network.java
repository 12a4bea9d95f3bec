package dev.rozgar.adapters.http.delivery;

import dev.rozgar.adapters.http.WebhookTargets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/// How hosts are found and trusted.
///
/// @param names which addresses a host has
record Network(WebhookTargets targets, Names names, SSLSocketFactory tls) {
    @FunctionalInterface
    interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    /// As this machine finds and trusts them.
    static Network of(WebhookTargets targets) {
        return new Network(targets, host -> List.of(InetAddress.getAllByName(host)), trusting());
    }

    /// What may be connected to: one address that is not public makes all of them suspect.
    List<InetAddress> addresses(Target target) throws UnknownHostException, Unsent {
        var refusal = target.refusal(targets);
        if (refusal.isPresent()) throw new Unsent("the address " + refusal.get());
        List<InetAddress> all = names.of(target.host());
        if (targets == WebhookTargets.PUBLIC && !all.stream().allMatch(PublicAddresses::hold))
            throw new Unsent("the host has an address that is not public");
        return all;
    }

    /// The authorities that the JDK trusts, and no key of ours: a receiver sees no certificate of this machine.
    private static SSLSocketFactory trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has TLS", impossible);
        }
    }
}
