package dev.rozgar.engines;

/// A server of our own that answers.
record Opened(Server server, int port) {
    /// A container that could not be had took minutes to fail (no image, no network): not once more in this JVM.
    private static volatile boolean noContainers;

    /// In a container when Docker answers, else as child processes. Data of an earlier child process is not left
    /// behind for a container that just became possible, and a container that cannot start (no image, no network)
    /// is no reason to give up.
    static Opened by(Recipe recipe, Image image, EngineOptions options) {
        var embedded = options.allows(Origin.EMBEDDED);
        var kept = options.directory()
                .filter(folder -> NodeHome.used(recipe.title(), folder))
                .isPresent();
        if (options.allows(Origin.CONTAINER) && !(embedded && (kept || noContainers))) {
            try {
                var server = ContainerServer.openIfPossible(recipe.title(), image, options);
                if (server.isPresent()) {
                    return new Opened(server.get(), server.get().port());
                }
            } catch (RuntimeException e) {
                noContainers = true;
                if (!embedded) {
                    throw new EngineFailure(
                            "No container of " + image.name() + " could be started: " + e.getMessage(), e);
                }
                options.progress().report(recipe.title(), "no container: " + e.getMessage(), 0);
            }
        }
        if (!embedded) {
            throw new EngineFailure("Docker does not answer, and " + recipe.title() + " may run in a container only.");
        }
        var server = EmbeddedServer.open(recipe, options);
        return new Opened(server, server.port());
    }
}
