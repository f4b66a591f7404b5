/** What the example must do on every container: each route for each credential, directly and as a tool. */
@NullMarked
package io.github.samedoor.containertest.example;

import org.jspecify.annotations.NullMarked;
