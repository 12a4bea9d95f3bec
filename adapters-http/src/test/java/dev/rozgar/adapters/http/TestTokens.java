package dev.rozgar.adapters.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.List;

/// An issuer of tokens, and a stranger who would like to be one.
public final class TestTokens {
    public static final String ISSUER = "https://id.example";
    public static final String AUDIENCE = "rozgar";
    public static final RSAKey RSA = rsa("rsa-1");
    public static final RSAKey STRANGER = rsa("rsa-1");
    public static final ECKey EC = ec();
    public static final TokenSettings SETTINGS = new TokenSettings(
            ISSUER,
            AUDIENCE,
            new TokenSettings.Keys.Inline(new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK())).toString()),
            TokenSettings.USUAL_SKEW);

    private TestTokens() {}

    /// A moderator's, good for ten minutes around the board's own time.
    public static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("asha")
                .claim("role", "moderator")
                .expirationTime(Date.from(Board.NOW.plusSeconds(300)));
    }

    public static String rs256(RSAKey key, JWTClaimsSet claims) {
        try {
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), new RSASSASigner(key), claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String es256(JWTClaimsSet claims) {
        try {
            return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(EC.getKeyID()), new ECDSASigner(EC), claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Signed with the public key, taken for a shared secret.
    public static String confused(JWTClaimsSet claims) {
        try {
            var signer = new MACSigner(RSA.toPublicJWK().toJSONString());
            return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(RSA.getKeyID()), signer, claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    public static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
