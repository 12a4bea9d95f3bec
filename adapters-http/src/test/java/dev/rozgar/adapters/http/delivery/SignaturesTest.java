package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rozgar.domain.alerts.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final Secret PUBLISHED = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long AT = 1_614_265_330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /// By which the libraries of Standard Webhooks are tested in every language.
    @Test
    void signsTheExampleOfStandardWebhooks() {
        assertEquals(SIGNATURE, Signatures.of(List.of(PUBLISHED), ID, AT, BODY));
    }

    @Test
    void signsWithEachSecretInTheirOrder() {
        Secret other = Secret.of(new byte[32]);

        String both = Signatures.of(List.of(other, PUBLISHED), ID, AT, BODY);

        assertEquals(Signatures.of(List.of(other), ID, AT, BODY) + ' ' + SIGNATURE, both);
    }

    @Test
    void signsIdAndTimeAndBody() {
        List<Secret> one = List.of(PUBLISHED);

        assertNotEquals(SIGNATURE, Signatures.of(one, ID + '1', AT, BODY));
        assertNotEquals(SIGNATURE, Signatures.of(one, ID, AT + 1, BODY));
        assertNotEquals(SIGNATURE, Signatures.of(one, ID, AT, BODY + ' '));
    }
}
