package tearline.server.feed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a page of a feed may be written as; which one, the Accept header says (RFC 9110 §12.5.1). */
enum Representation {

    ATOM("application/atom+xml;type=feed"), JSON_FEED("application/feed+json"), NIEM("application/xml"), NIEM_JSON("application/json");

    /** At commas, but not at those within quotation marks. */
    private static final Pattern RANGES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    final String mediaType;

    Representation(String mediaType) {
        this.mediaType = mediaType;
    }

    private String bare() {
        return mediaType.replaceAll(";.*", "");
    }

    boolean isNiem() {
        return this == NIEM || this == NIEM_JSON;
    }

    /** One range of an Accept header, and the profile that it asks for, which may be empty. */
    private record Range(String type, String profile, double quality) {

        static Range of(String text) {
            var parts = text.strip().split("\\s*;\\s*");
            double quality = 1;
            String profile = "";
            for (var part : parts) {
                var parameter = part.toLowerCase(Locale.ROOT);
                if (parameter.startsWith("q=")) quality = quality(parameter.substring(2));
                if (parameter.startsWith("profile=")) profile = part.substring("profile=".length()).replace("\"", "");
            }
            return new Range(parts[0].toLowerCase(Locale.ROOT), profile, quality);
        }

        private static double quality(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        /** How closely it names a media type; 0 = not at all. */
        int closeness(String mediaType) {
            if (type.equals(mediaType)) return 3;
            if (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1))) return 2;
            return type.equals("*/*") ? 1 : 0;
        }
    }

    /** Atom unless another is preferred; empty where none of those that there are is acceptable. Profiles of each are told by their names. */
    static Optional<Representation> accepted(String accept, Function<Representation, Set<String>> profiles, Predicate<Representation> there) {
        var ranges = accept == null || accept.isBlank() ? List.of(new Range("*/*", "", 1)) : RANGES.splitAsStream(accept).map(Range::of).toList();
        return Arrays.stream(values()).filter(there).filter(one -> quality(one, fitting(ranges, profiles.apply(one))) > 0).max(Comparator.comparingDouble((Representation one) -> quality(one, fitting(ranges, profiles.apply(one))))
                .thenComparing(Comparator.comparing(Representation::ordinal).reversed()));
    }

    private static List<Range> fitting(List<Range> ranges, Set<String> profiles) {
        return ranges.stream().filter(range -> range.profile().isEmpty() || profiles.contains(range.profile())).toList();
    }

    /** The closest range decides. */
    private static double quality(Representation one, List<Range> ranges) {
        return ranges.stream().filter(range -> range.closeness(one.bare()) > 0).max(Comparator.comparingInt(range -> range.closeness(one.bare()))).map(Range::quality).orElse(0.0);
    }
}
