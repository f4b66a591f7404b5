/** Requests of attackers, from files of one JSON object a line, sent byte for byte to the example. */
@NullMarked
package io.github.samedoor.containertest.corpus;

import org.jspecify.annotations.NullMarked;
