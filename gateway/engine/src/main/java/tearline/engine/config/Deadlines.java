package tearline.engine.config;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What in a configuration ends soon or waits to be looked at again, so that nobody is surprised by an agreement that is over. */
public final class Deadlines {

    /** From how many days ahead one is told; it grows more urgent at 30 and at 7. */
    private static final int AHEAD = 60;

    /** @param kind agreement, review, certificate, activation or emergency; @param subject the agreement's URN, or the overlay's name */
    public record Deadline(String kind, String subject, LocalDate day, String text) { }

    private Deadlines() { }

    /** Those within sixty days, and those that have passed. */
    public static List<Deadline> on(Configuration configuration, LocalDate today) {
        List<Deadline> deadlines = new ArrayList<>();
        for (Agreement agreement : configuration.listAgreements()) {
            String whose = "with " + agreement.partner();
            add(deadlines, today, "agreement", agreement.id(), agreement.validUntil(), "the agreement " + whose + " ends on ");
            agreement.review().ifPresent(day -> add(deadlines, today, "review", agreement.id(), day, "the agreement " + whose + " is to be reviewed by "));
            agreement.certified().forEach((name, day) -> add(deadlines, today, "certificate", agreement.id(), day, "the " + name + " certificate of " + agreement.partner() + " ends on "));
        }
        for (Overlay overlay : configuration.overlays()) {
            String what = overlay.emergency() ? "emergency" : "activation";
            add(deadlines, today, what, overlay.name(), overlay.until().atOffset(ZoneOffset.UTC).toLocalDate(), "the " + what + " " + overlay.name() + " ends on ");
        }
        return List.copyOf(deadlines);
    }

    private static void add(List<Deadline> deadlines, LocalDate today, String kind, String subject, LocalDate day, String text) {
        long left = ChronoUnit.DAYS.between(today, day);
        if (left >= AHEAD) return;
        String urgency = left < 0 ? ", which has passed" : left < 7 ? ", in less than a week" : left < 30 ? ", in less than thirty days" : "";
        deadlines.add(new Deadline(kind, subject, day, text + day + urgency));
    }
}
