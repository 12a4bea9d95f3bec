package dev.rozgar.engines;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// How one kind of server runs in a container.
///
/// @param name of the image, with its version
/// @param port inside of the container
/// @param data the folder inside of the container that has to survive it
/// @param immediate the signal of a stop without finishing anything
/// @param answers whether the server at that port of this machine can be used
record Image(
        String name,
        int port,
        String data,
        Map<String, String> environment,
        List<String> command,
        String immediate,
        IntPredicate answers) {}
