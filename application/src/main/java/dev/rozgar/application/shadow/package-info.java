/// Two stores that judge each other: live queries are run on the other one as well, beside the requests, and
/// whole sets of queries on both when somebody asks.
@NullMarked
package dev.rozgar.application.shadow;

import org.jspecify.annotations.NullMarked;
