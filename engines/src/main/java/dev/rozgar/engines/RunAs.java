package dev.rozgar.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How a server must be started so that it does not run as root (both engines refuse) and does not outlive this
/// JVM.
///
/// Root hands the node's folder to `nobody` and becomes that user by `setpriv`. Where `nobody` may not enter the
/// folders (a clone below /root), a user namespace that renames root does it instead, and nothing changes its
/// owner.
record RunAs(List<String> prefix, boolean hands) {
    private static final int NOBODY = 65_534;
    private static final List<String> RENAMED =
            List.of("unshare", "-U", "--map-user=" + NOBODY, "--map-group=" + NOBODY);

    /// @param node the folder the server writes to
    /// @param death the signal the server gets when this JVM dies without a word
    /// @param readable what it must be able to enter and read
    static RunAs choose(Path node, String death, List<Path> readable) throws IOException {
        if (!System.getProperty("user.name", "").equals("root")) {
            // PostgreSQL wants to know its user by name, and a container may run under a number that has none.
            var nameless = System.getProperty("user.name", "?").equals("?");
            var bound = nameless ? renamed(death) : dying(death);
            return new RunAs(works(bound, node, readable) ? bound : List.of(), false);
        }
        var owner = Trees.owner(node);
        if (owner != 0 || Trees.isEmpty(node)) {
            var user = owner == 0 ? NOBODY : owner;
            Trees.give(node, user);
            var dropped = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
            var candidate = Stream.concat(dropped.stream(), Stream.of("--pdeathsig", death))
                    .toList();
            if (works(candidate, node, readable)) {
                return new RunAs(candidate, true);
            }
            if (owner == 0) {
                Trees.give(node, 0);
            }
        }
        var renamed = renamed(death);
        if (Trees.owner(node) == 0 && works(renamed, node, readable)) {
            return new RunAs(renamed, false);
        }
        throw new EngineFailure(
                "Root may not run this server, and neither setpriv nor unshare can run it as another user with " + node
                        + ". Run as an ordinary user, choose a folder that every user may enter, or name a running server.");
    }

    /// After new files were put into the node's folder.
    void give(Path node) throws IOException {
        if (hands) {
            Trees.give(node, Trees.owner(node));
        }
    }

    ProcessBuilder command(List<String> words) {
        return new ProcessBuilder(Stream.concat(prefix.stream(), words.stream()).toList());
    }

    private static List<String> renamed(String death) {
        return Stream.concat(RENAMED.stream(), dying(death).stream()).toList();
    }

    private static List<String> dying(String death) {
        return List.of("setpriv", "--pdeathsig", death);
    }

    /// Tries it: whether a tool is there, permitted and able to reach the folders has no other honest answer.
    private static boolean works(List<String> prefix, Path node, List<Path> readable) {
        var command = new ArrayList<>(prefix);
        command.addAll(
                List.of("sh", "-c", "test -w \"$0\" && for p; do test -r \"$p\" && test -x \"$p\" || exit 1; done"));
        command.add(node.toString());
        readable.forEach(path -> command.add(path.toString()));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
