/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.Access.ADMIN;
import static io.github.samedoor.containertest.example.Access.ANY_CALLER;
import static io.github.samedoor.containertest.example.Access.A_SESSION;
import static io.github.samedoor.containertest.example.Access.EVERYBODY;
import static io.github.samedoor.containertest.example.Access.SERVICE;

import java.util.List;

/** Every route of the example and what it answers: the promise of its documentation, in one place. */
final class RouteTable {
    private static final String ALICE_LOGGED_IN = "{'token':'<session>','refreshToken':'<text>',"
            + "'user':{'id':1,'username':'alice','role':'user'},'expiresIn':3600}";
    private static final String ALL_USERS = "{'users':["
            + "{'id':1,'username':'alice','role':'user','tokenId':'<hex8>'},"
            + "{'id':2,'username':'bob','role':'admin','tokenId':'<hex8>'},"
            + "{'id':3,'username':'service','role':'service','tokenId':'<hex8>'}],'sessions':'<number>'}";
    private static final String NOTE = "{'title':'Tea','text':'Buy some','tags':['home']}";
    private static final String NOTE_BACK = "{'id':'<number>','title':'Tea','text':'Buy some','tags':['home']}";

    private RouteTable() {}

    static List<RouteCase> routes() {
        return List.of(
                get("/public/info", EVERYBODY, "{'message':'Public information','timestamp':'<time>'}")
                        .tool("GET_/public/info", "get_public_info", "{}"),
                json(
                        "POST",
                        "/auth/login",
                        "{'username':'alice','password':'password123'}",
                        EVERYBODY,
                        200,
                        ALICE_LOGGED_IN),
                json("POST", "/auth/refresh", "{'refreshToken':'REFRESH'}", EVERYBODY, 200, ALICE_LOGGED_IN),
                json(
                        "POST",
                        "/auth/refresh",
                        "{'refreshToken':'unknown'}",
                        EVERYBODY,
                        401,
                        "{'error':'Invalid token'}"),
                json("POST", "/auth/logout", "", A_SESSION, 204, ""),
                get(
                                "/user/profile",
                                ANY_CALLER,
                                "{'profile':{'id':ID,'username':'NAME','role':'ROLE'},'timestamp':'<time>'}")
                        .tool("GET_/user/profile", "get_user_profile", "{}"),
                get("/user/data", ANY_CALLER, "{'data':'Private data for user NAME','userId':ID}")
                        .tool("GET_/user/data", "get_user_data", "{}"),
                json(
                                "PUT",
                                "/user/settings",
                                "{'settings':{'theme':'dark'}}",
                                ANY_CALLER,
                                200,
                                "{'message':'Settings updated','userId':ID,'settings':{'theme':'dark'}}")
                        .tool("PUT_/user/settings", "put_user_settings", quoted("{'settings':{'theme':'dark'}}")),
                get("/user/notes?tag=none&limit=5", ANY_CALLER, "{'notes':[],'total':0}")
                        .tool("GET_/user/notes", "get_user_notes", quoted("{'tag':'none','limit':5}")),
                json("POST", "/user/notes", NOTE, ANY_CALLER, 201, NOTE_BACK)
                        .tool("POST_/user/notes", "post_user_notes", quoted(NOTE)),
                get("/user/notes/NOTE", ANY_CALLER, NOTE_BACK)
                        .tool("GET_/user/notes/{id}", "get_user_notes_by_id", quoted("{'id':NOTE}")),
                json("PUT", "/user/notes/NOTE", NOTE, ANY_CALLER, 200, NOTE_BACK)
                        .tool(
                                "PUT_/user/notes/{id}",
                                "put_user_notes_by_id",
                                quoted("{'id':NOTE,'title':'Tea','text':'Buy some','tags':['home']}")),
                json("DELETE", "/user/notes/NOTE", "", ANY_CALLER, 204, "")
                        .tool("DELETE_/user/notes/{id}", "delete_user_notes_by_id", quoted("{'id':NOTE}")),
                get("/user/notes/999999999", ANY_CALLER, 404, "{'error':'No such note'}")
                        .tool("GET_/user/notes/{id}", "get_user_notes_by_id", quoted("{'id':999999999}")),
                RouteCase.of("GET", "/user/avatar", "", ANY_CALLER, 200, "<png>")
                        .tool("GET_/user/avatar", "get_user_avatar", "{}"),
                get("/admin/users", ADMIN, ALL_USERS).tool("GET_/admin/users", "get_admin_users", "{}"),
                json("DELETE", "/admin/sessions", "", ADMIN, 200, "{'message':'<cleared>'}")
                        .tool("DELETE_/admin/sessions", "delete_admin_sessions", "{}"),
                // Grants what the service has already, so that no other row changes.
                json(
                                "POST",
                                "/admin/grant",
                                "{'userId':3,'role':'service'}",
                                ADMIN,
                                200,
                                "{'message':'Granted service role to user 3','timestamp':'<time>'}")
                        .tool("POST_/admin/grant", "post_admin_grant", quoted("{'userId':3,'role':'service'}")),
                json("POST", "/admin/grant", "{'userId':99,'role':'user'}", ADMIN, 404, "{'error':'No such user'}")
                        .tool("POST_/admin/grant", "post_admin_grant", quoted("{'userId':99,'role':'user'}")),
                get(
                                "/service/metrics",
                                SERVICE,
                                "{'metrics':{'requests':'<number>','errors':'<number>','latency':'<number>'},'timestamp':'<time>'}")
                        .tool("GET_/service/metrics", "get_service_metrics", "{}"),
                get(
                                "/test/auth-info",
                                ANY_CALLER,
                                "{'message':'Auth passthrough successful','user':{'id':ID,'username':'NAME','role':'ROLE'},"
                                        + "'authScheme':'<scheme>','tokenId':'<hex8>'}")
                        .tool("GET_/test/auth-info", "get_test_auth-info", "{}"),
                get(
                                "/test/echo?id=a%20b",
                                EVERYBODY,
                                "{'method':'GET','path':'/test/echo','query':'<text>','parameters':{'id':['a b']},'headers':'<object>'}")
                        .tool("GET_/test/echo", "get_test_echo", quoted("{'id':'a b'}")));
    }

    private static RouteCase get(String path, Access access, String form) {
        return get(path, access, 200, form);
    }

    private static RouteCase get(String path, Access access, int status, String form) {
        return RouteCase.of("GET", path, "", access, status, quoted(form));
    }

    private static RouteCase json(String method, String path, String body, Access access, int status, String form) {
        return RouteCase.of(method, path, quoted(body), access, status, quoted(form));
    }

    /** JSON is written with single quotes here, for the reader's sake. */
    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
