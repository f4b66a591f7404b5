/** A small notes application of plain servlets, whose routes are also tools of its MCP endpoint. */
@NullMarked
package io.github.samedoor.example;

import org.jspecify.annotations.NullMarked;
