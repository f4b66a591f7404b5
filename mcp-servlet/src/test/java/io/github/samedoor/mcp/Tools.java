/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

/** The tools file of the tests. */
final class Tools {
    static final String FILE = """
            {"tools": [
              {"method": "GET", "path": "/user/profile", "title": "Profile", "description": "Reads the profile."},
              {"method": "GET", "path": "/admin/users", "title": "Users", "description": "Lists the users."},
              {"method": "GET", "path": "/user/avatar", "title": "Avatar", "description": "Reads the avatar."},
              {"method": "POST", "path": "/user/notes", "title": "Write", "description": "Writes a note.",
               "parameters": {
                 "title": {"in": "body", "required": true, "schema": {"type": "string", "x-mcp-header": "Title"}},
                 "count": {"in": "body", "schema": {"type": "integer", "x-mcp-header": "Count"}}}},
              {"method": "GET", "path": "/user/notes/{id}", "title": "Read", "description": "Reads a note.",
               "parameters": {"id": {"in": "path", "schema": {"type": "integer"}}}}
            ]}""";

    private Tools() {}
}
