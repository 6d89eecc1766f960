package tearline.engine.release;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tearline.engine.model.RecordModel;
import tearline.engine.plan.View;

/** The allow-list of each view, compiled when it is first asked for. There are as many as a configuration has views. */
public final class AllowLists {

    private final RecordModel model;
    private final Map<String, AllowList> byView = new ConcurrentHashMap<>();

    public AllowLists(RecordModel model) {
        this.model = model;
    }

    public AllowList get(View view) {
        return byView.computeIfAbsent(view.digest(), any -> AllowList.compile(model, view.keeps(), view.isSummary()));
    }
}
