package tearline.server.look;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.common.HttpMessage;
import tearline.server.door.Caller;
import tearline.server.feed.ActiveFeeds;
import tearline.server.feed.Conditions;
import tearline.server.feed.Feeds;

/** Everything that is read over HTTP, and what an operator may do there. */
public final class LookRoute extends RouteBuilder {

    private static final String READ = "?matchOnUriPrefix=true&httpMethodRestrict=GET";
    private final Lookups lookups;
    private final Feeds feeds;
    private final ActiveFeeds active;
    private final Operator operator;
    private final Incidents incidents;

    public LookRoute(Lookups lookups, Feeds feeds, ActiveFeeds active, Operator operator, Incidents incidents) {
        this.lookups = lookups;
        this.feeds = feeds;
        this.active = active;
        this.operator = operator;
        this.incidents = incidents;
    }

    @Override
    public void configure() {
        from("servlet:messages" + READ).routeId("look-messages").process(exchange -> reply(exchange, this::message));
        from("servlet:feeds" + READ).routeId("look-feeds").process(exchange -> reply(exchange, this::feed));
        from("servlet:attention" + READ).routeId("look-attention").process(exchange -> reply(exchange, request -> lookups.attention(caller(request))));
        from("servlet:incidents" + READ).routeId("look-incidents").process(exchange -> reply(exchange, this::incident));
        from("servlet:operate?matchOnUriPrefix=true&httpMethodRestrict=POST").routeId("operate").process(exchange -> reply(exchange, this::operate));
    }

    /** /messages/{id} and /messages/{id}/explain */
    private Reply message(HttpServletRequest request) {
        var path = path(request);
        if (path.length == 2) return lookups.message(path[1], caller(request));
        if (path.length == 3 && path[2].equals("explain")) return lookups.explain(path[1], caller(request));
        return Reply.problem(404, "There is nothing here.", "Ask for /messages/ID or /messages/ID/explain.");
    }

    /** /incidents/{incident}/draft?for={partner} */
    private Reply incident(HttpServletRequest request) {
        var path = path(request);
        if (path.length != 3 || !path[2].equals("draft")) return Reply.problem(404, "There is nothing here.", "Ask for /incidents/INCIDENT/draft?for=PARTNER.");
        var incident = URLDecoder.decode(path[1].replace("+", "%2B"), StandardCharsets.UTF_8);
        return incidents.draft(incident, query(request).getOrDefault("for", ""), caller(request));
    }

    private Reply feed(HttpServletRequest request) {
        var path = path(request);
        if (active.has(path)) return active.read(path, caller(request), request.getHeader("Accept"), new Conditions(request.getHeader("If-None-Match"), request.getHeader("If-Modified-Since")));
        return feeds.read(path.length == 2 ? path[1] : "", caller(request), query(request), request.getHeader("If-None-Match"));
    }

    /** /operate/hold/{partner}, /operate/release/{partner}, /operate/replay/{message} */
    private Reply operate(HttpServletRequest request) {
        var path = path(request);
        return path.length == 3 ? operator.act(path[1], path[2], Optional.ofNullable(query(request).get("partner")), caller(request))
                : Reply.problem(404, "There is nothing here.", "Post to /operate/hold/PARTNER, /operate/release/PARTNER or /operate/replay/ID.");
    }

    private interface Asked {
        Reply by(HttpServletRequest request);
    }

    private static void reply(Exchange exchange, Asked asked) {
        var reply = asked.by(exchange.getMessage(HttpMessage.class).getRequest());
        var response = exchange.getMessage(HttpMessage.class).getResponse();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, reply.mediaType());
        reply.headers().forEach(response::setHeader); // Camel would drop some of them, Cache-Control among them
        exchange.getMessage().setBody(reply.body());
    }

    private static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(Caller.ATTRIBUTE);
    }

    private static String[] path(HttpServletRequest request) {
        return request.getRequestURI().substring(1).split("/");
    }

    private static Map<String, String> query(HttpServletRequest request) {
        var query = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        return query;
    }
}
