package tearline.engine.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one partner gets: the written understanding with it, as data. What is not named here does not leave.
 *
 * @param id          the agreement's URN, unlike any other's
 * @param version     its revision, from 1
 * @param partner     the partner's name
 * @param title       the partner's title
 * @param authority   the law or memorandum it rests on, and why it says what it says
 * @param validFrom   first day, included
 * @param validUntil  last day, included; afterwards nothing but public content leaves
 * @param review      the day when both sides look at it again
 * @param tests       whether the partner also wants test messages
 * @param exercises   whether the partner also wants exercise messages
 * @param suspended   nothing leaves under it, whatever else it says
 * @param products    kinds of record, each in a format, to a door; at least one
 * @param grants      the controls it is cleared for: CTRL and marks; empty only for the public
 * @param credentials what its people are certified for: 28CFR23, CJIS, CVI, PCII, SSI
 * @param maxTlp      strictest Traffic Light Protocol colour: 0 CLEAR, 1 GREEN, 2 AMBER, 3 AMBER+STRICT, 4 RED
 * @param keeps       the allow-list: information category to what is done with it, that of the policy included; never empty
 * @param policy      name of the shared policy that the allow-list contains
 * @param discloses   what a product tells of its own redaction
 * @param notices     warning texts that a copy carries where it holds such content: LES, SSI, PCII, CVI
 * @param retainDays  how long the partner may keep what it got, in days; empty: not agreed
 * @param doors       where its products go, by name; at least one
 * @param cases       tests of this agreement
 * @param contacts    whom to ask, by role
 * @param modes       states of affairs in which products are owed, by name
 * @param certified   further credentials, each with its last day
 * @param handling    what the partner may do with what it got
 * @param meant       by what distributions mean it among others
 * @param sha256      digest of the partner's file (and of the policy's, where there is one), 64 hexadecimal digits in small letters
 */
public record Agreement(String id, int version, String partner, String title, String authority,
                        LocalDate validFrom, LocalDate validUntil, Optional<LocalDate> review, boolean tests, boolean exercises, boolean suspended,
                        List<Product> products, Set<String> grants, Set<String> credentials, int maxTlp,
                        Map<String, Operation> keeps, Optional<String> policy, Disclosure discloses, Set<String> notices, OptionalInt retainDays,
                        Map<String, Door> doors, List<TestCase> cases, Map<String, String> contacts, Map<String, Mode> modes,
                        Map<String, LocalDate> certified, Handling handling, Meant meant, String sha256) {

    /**
     * @param purposes         what its products may be used for
     * @param requiresIncident whether its products leave only during an activation
     */
    public record Mode(String name, Set<String> purposes, boolean requiresIncident) {
        public Mode { purposes = Set.copyOf(purposes); }
    }

    /**
     * @param onwardSharing    none, own-organisation, with-consent; empty where nothing is agreed
     * @param purgePropagation what is purged here is purged there
     */
    public record Handling(String onwardSharing, boolean purgePropagation) { }

    /**
     * Hints that narrow: a distribution may leave the partner out, never let it in.
     *
     * @param addresses scheme and address, in small letters
     * @param terms     values, by the list that they are from
     */
    public record Meant(Set<List<String>> addresses, Map<String, Set<String>> terms) {
        public Meant {
            addresses = Set.copyOf(addresses);
            terms = Map.copyOf(terms);
        }

        public static List<String> address(String scheme, String address) {
            return List.of(scheme.toLowerCase(Locale.ROOT), address.toLowerCase(Locale.ROOT));
        }
    }

    public Agreement {
        products = List.copyOf(products);
        grants = Set.copyOf(grants);
        credentials = Set.copyOf(credentials);
        keeps = Map.copyOf(keeps);
        notices = Set.copyOf(notices);
        doors = Map.copyOf(doors);
        cases = List.copyOf(cases);
        contacts = Map.copyOf(contacts);
        modes = Map.copyOf(modes);
        certified = Map.copyOf(certified);
    }

    /** The feeds in which its products are shown, by name. */
    public List<String> feeds() {
        return doors.values().stream().filter(Door.Feed.class::isInstance).map(Door::name).toList();
    }

    /** What its people are certified for on that day: an expired certificate is none. */
    public Set<String> credentialsOn(LocalDate day) {
        Set<String> held = new TreeSet<>(credentials);
        certified.forEach((name, until) -> { if (!day.isAfter(until)) held.add(name); });
        return held;
    }

    /** Whether it is in force on that day. */
    public boolean isValidOn(LocalDate day) { return !day.isBefore(validFrom) && !day.isAfter(validUntil); }

    /** The door that one of its products goes to. */
    public Door getDoor(Product product) {
        Door door = doors.get(product.door());
        if (door == null) throw new NoSuchElementException("agreement " + id + " has no door " + product.door());
        return door;
    }
}
