package dev.rozgar.application.checking;

import dev.rozgar.application.document.Document;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// One listed document in a few bytes.
///
/// @param hash of its text as by [#hash]; 0 where nobody asked for it
public record Print(long id, long version, long hash) {
    /// The first eight bytes of the MD5 of the text: what every PostgreSQL can work out without sending the text.
    /// It guards against drift, not against forgers.
    public static long hash(Document document) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(document.bytes());
            long hash = 0;
            for (int i = 0; i < Long.BYTES; i++) hash = hash << Byte.SIZE | digest[i] & 0xff;
            return hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has MD5", impossible);
        }
    }
}
