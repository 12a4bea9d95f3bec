/// REST over Helidon SE: routes, strict queries and bodies, problems, the API's own description.
///
/// A read parses its query, asks a read model and sends the bytes it got; nothing is parsed, mapped or serialised on
/// the way.
@NullMarked
package dev.rozgar.adapters.http;

import org.jspecify.annotations.NullMarked;
