package tearline.engine.rollup;

import java.util.List;
import java.util.Set;
import tearline.common.Header;
import tearline.common.Reference;
import tearline.engine.plan.Plan;
import tearline.engine.standard.Instants;

/** What still holds of several messages: nothing that a later one of the same sender updates or cancels, and no cancellation itself. */
final class Current {

    private static final Set<String> FOLLOWS = Set.of("Update", "Cancel");
    private static final Set<String> TELLS = Set.of("Alert", "Update");

    private Current() {}

    /** The plans come latest first, and so they stay. */
    static List<Plan> of(List<Plan> plans) {
        return plans.stream().filter(plan -> TELLS.contains(header(plan).getType().value()) && !isReplaced(plan, plans)).toList();
    }

    private static boolean isReplaced(Plan plan, List<Plan> plans) {
        int age = plans.indexOf(plan);
        for (int i = 0; i < plans.size(); i++) {
            if (i == age || !FOLLOWS.contains(header(plans.get(i)).getType().value())) continue;
            // A report whose updates keep its id names itself: only the earlier one gives way.
            boolean same = header(plans.get(i)).getId().equals(header(plan).getId());
            if ((!same || i < age) && follows(header(plans.get(i)), header(plan))) return true;
        }
        return false;
    }

    /** Only its own sender may update or cancel a message. */
    private static boolean follows(Header later, Header earlier) {
        return later.getSender().equals(earlier.getSender()) && later.getReference().stream().anyMatch(reference -> names(reference, earlier));
    }

    private static boolean names(Reference reference, Header earlier) {
        if (reference.getId() == null || !reference.getId().equals(earlier.getId()) || !earlier.getSender().equals(reference.getSender())) return false;
        return reference.getSent() == null || reference.getSent().isBlank() || Instants.normal(reference.getSent()).equals(Instants.normal(earlier.getSent()));
    }

    private static Header header(Plan plan) {
        return plan.marked().record().header();
    }
}
