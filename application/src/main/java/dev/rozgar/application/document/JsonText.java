package dev.rozgar.application.document;

/// Strings of the envelope around documents.
final class JsonText {
    private JsonText() {}

    /// As RFC 8259 §7 has it, with no more escapes than must be.
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c < ' ') json.append("\\u%04x".formatted((int) c));
            else json.append(c);
        }
        return json.append('"').toString();
    }
}
