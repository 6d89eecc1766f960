package tearline.server.door;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import tearline.engine.Code;
import tearline.engine.Refusal;
import tearline.engine.config.Configuration;
import tearline.server.intake.Answer;
import tearline.server.intake.Refusals;

/** In front of everything: who is it, how much is it, and then the bytes in memory, before any parser or framework sees a header. */
public final class HttpDoor implements Filter {

    /** Open to whoever asks: they hold nothing of a message. */
    private static final Set<String> OPEN = Set.of("/health", "/metrics");
    private final Credentials credentials;
    private final Configuration configuration;
    private final Refusals refusals;
    private final Clock clock;

    public HttpDoor(Configuration configuration, Refusals refusals, Clock clock) {
        this.credentials = new Credentials(configuration);
        this.configuration = configuration;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff"); // what a sender called a picture is no page of ours
        var path = path(http);
        if (OPEN.contains(path)) {
            chain.doFilter(request, response);
            return;
        }
        var door = path.startsWith("/soap") ? "soap" : "http";
        var caller = credentials.find(http.getHeader("Authorization"));
        boolean publicFeed = http.getMethod().equals("GET") && path.startsWith("/feeds/") && caller.filter(Caller::isAnonymous).isPresent();
        boolean description = http.getMethod().equals("GET") && path.startsWith("/soap");
        if (caller.isEmpty() || (caller.get().isAnonymous() && !publicFeed && !description)) {
            answer.setHeader("WWW-Authenticate", "Basic realm=\"" + configuration.gateway().name() + "\"");
            refusals.refuse(new Refusal(Code.NO_CREDENTIALS), door, "", 0, http).writeTo(answer);
            return;
        }
        http.setAttribute(Caller.ATTRIBUTE, caller.get());
        if (http.getMethod().equals("POST")) {
            post(http, answer, chain, door, caller.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private void post(HttpServletRequest http, HttpServletResponse answer, FilterChain chain, String door, Caller caller) throws IOException, ServletException {
        if (caller.partner().isEmpty() && !path(http).startsWith("/operate/")) { // an operator is no sender
            refusals.refuse(new Refusal(Code.NOT_SENT_BY_YOU), door, "operator", 0, http).writeTo(answer);
            return;
        }
        int limit = configuration.gateway().limits().messageBytes();
        var bytes = http.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            refusals.refuse(new Refusal(Code.TOO_LARGE), door, caller.partner().map(one -> one.name()).orElse("operator"), bytes.length, http).writeTo(answer);
            return;
        }
        caller.partner().ifPresent(partner -> http.setAttribute(Arrival.ATTRIBUTE,
                new Arrival(door, partner, String.valueOf(http.getContentType()), bytes, clock.instant(), Answer.prefersXml(http.getHeader("Accept")))));
        chain.doFilter(new Buffered(http, bytes), answer);
    }

    /** As the servlets see it: decoded, and without a way up. */
    private static String path(HttpServletRequest http) {
        return http.getServletPath() + (http.getPathInfo() == null ? "" : http.getPathInfo());
    }

    /** The request with its body in memory, so that SOAP can read it once more. */
    private static final class Buffered extends HttpServletRequestWrapper {

        private final byte[] bytes;

        Buffered(HttpServletRequest request, byte[] bytes) {
            super(request);
            this.bytes = bytes;
        }

        @Override
        public ServletInputStream getInputStream() {
            var in = new ByteArrayInputStream(bytes);
            return new ServletInputStream() {
                @Override public int read() { return in.read(); }
                @Override public int read(byte[] into, int from, int length) { return in.read(into, from, length); }
                @Override public boolean isFinished() { return in.available() == 0; }
                @Override public boolean isReady() { return true; }
                @Override public void setReadListener(ReadListener listener) { throw new UnsupportedOperationException(); }
            };
        }
    }
}
