package dev.rozgar.adapters.http.route;

/// Operations of one kind take the same headers and answer with the same statuses.
public enum OperationKind {
    LIST,
    /// A list, of a query in a body; nothing is changed.
    SEARCH,
    /// All there is of a list, one document a line, for as long as it takes.
    STREAM,
    /// What a list may be narrowed to.
    COMPLETION,
    /// A list that goes by what one thing is, in an order of its own.
    ALIKE,
    /// What changes, now or as it comes, or one event after the other for as long as somebody listens.
    FEED,
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
    /// How something is: of the installation, or a job in the light of a query.
    STATUS,
    /// Asked with a body; nothing is changed.
    QUESTION,
    /// Something of the installation to be done in the background.
    TASK,
    /// What operators and their machines ask; open to whoever reaches it.
    OPERATIONS;

    public boolean isWrite() {
        return switch (this) {
            case CREATE, REPLACE, PATCH, REMOVE, MOVE, TASK -> true;
            case LIST,
                    SEARCH,
                    STREAM,
                    FEED,
                    COMPLETION,
                    ALIKE,
                    ONE,
                    MANAGE,
                    HISTORY,
                    LINE,
                    OPTIONS,
                    FORM,
                    PAGE,
                    STATUS,
                    QUESTION,
                    OPERATIONS -> false;
        };
    }

    /// Whether it says which version or state is meant.
    public boolean isConditional() {
        return isWrite() && this != CREATE && this != TASK;
    }

    /// Whether a body comes with it.
    public boolean takesBody() {
        return isWrite() && this != REMOVE || this == QUESTION || this == SEARCH;
    }
}
