package tearline.server.delivery;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What a status code, or the lack of one, means for a delivery. */
final class HttpAnswers {

    /** Too slow, too early, too many: all of them pass. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private HttpAnswers() {}

    static Answer of(HttpResponse<?> response, Instant now) {
        int status = response.statusCode();
        String word = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return new Answer.Arrived(word);
        }
        if (status == 401 || status == 403 || status < 400) {       // a redirect is not followed: the address is wrong
            return new Answer.LockedOut(word);
        }
        return status >= 500 || PASSING.contains(status)
                ? new Answer.Later(word, RetryAfter.read(response.headers().firstValue("Retry-After"), now))
                : new Answer.Never(word);
    }

    static Answer of(Throwable failure, Duration patience) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return new Answer.Later("no connection");
        }
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return Answer.Later.withoutAnswer("no answer within " + patience.toMillis() + " ms");
        }
        return Answer.Later.withoutAnswer("the connection broke: " + cause.getClass().getSimpleName());
    }
}
