package dev.rozgar.adapters.http;

/// Operations of one kind take the same headers and answer with the same statuses.
enum OperationKind {
    LIST,
    ONE,
    MANAGE,
    CREATE,
    REPLACE,
    PATCH,
    REMOVE,
    MOVE,
    HISTORY,
    LINE,
    OPTIONS,
    FORM,
    PAGE,
    /// What operators and their machines ask; open to whoever reaches it.
    OPERATIONS;

    boolean isWrite() {
        return switch (this) {
            case CREATE, REPLACE, PATCH, REMOVE, MOVE -> true;
            case LIST, ONE, MANAGE, HISTORY, LINE, OPTIONS, FORM, PAGE, OPERATIONS -> false;
        };
    }

    /// Whether it says which version or state is meant.
    boolean isConditional() {
        return isWrite() && this != CREATE;
    }

    /// Whether a body comes with it.
    boolean takesBody() {
        return isWrite() && this != REMOVE;
    }
}
