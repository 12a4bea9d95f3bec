package dev.rozgar.domain.hiring;

/// How a question is answered (after the types of Greenhouse's job board).
public enum QuestionType {
    /// One line of at most 255 characters.
    INPUT_TEXT,
    /// Up to 5000 characters on several lines.
    TEXTAREA,
    /// One of the options.
    SINGLE_SELECT,
    /// Some of the options.
    MULTI_SELECT,
    /// The address of a file.
    INPUT_FILE;

    /// Whether it is answered by picking options.
    public boolean isSelect() {
        return switch (this) {
            case SINGLE_SELECT, MULTI_SELECT -> true;
            case INPUT_TEXT, TEXTAREA, INPUT_FILE -> false;
        };
    }
}
