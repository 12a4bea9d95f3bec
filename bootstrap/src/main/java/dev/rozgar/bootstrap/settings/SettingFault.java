package dev.rozgar.bootstrap.settings;

/// One setting that is wrong.
///
/// @param key as it is called where it was found
/// @param value what was found there; never a secret
/// @param source where it was found
/// @param expected what would be right
public record SettingFault(String key, String value, String source, String expected) {
    @Override
    public String toString() {
        return key + " = " + value + " (" + source + "): expected " + expected;
    }
}
