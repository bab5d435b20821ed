package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.List;
import org.hathor.simulator.Randomness;
import org.hathor.simulator.music.Section.Drumming;
import org.hathor.simulator.music.Section.Kind;

/** The order of sections. The outro's last bar is one stroke that rings on. */
record Form(List<Section> sections, int bars) {
    private static final Kind[][] ORDERS = {
        {Kind.INTRO, Kind.VERSE, Kind.CHORUS, Kind.VERSE, Kind.CHORUS, Kind.BRIDGE, Kind.CHORUS},
        {Kind.VERSE, Kind.CHORUS, Kind.VERSE, Kind.BRIDGE, Kind.CHORUS},
        {Kind.INTRO, Kind.CHORUS, Kind.VERSE, Kind.CHORUS, Kind.BRIDGE, Kind.CHORUS},
    };

    static Form of(Plan plan, int bars) {
        Randomness random = plan.randomness('F');
        Kind[] order = random.pick(ORDERS);
        int unit = bars < 12 ? 2 : bars < 48 ? 4 : 8;
        int outro = bars > 16 ? 2 : 1;
        List<Section> sections = new ArrayList<>();
        int bar = 0;
        for (int i = 0; bar < bars - outro; i++) {
            Kind kind = i < order.length ? order[i] : order[1 + (i - order.length) % (order.length - 1)];
            int length = kind == Kind.INTRO ? Math.max(1, unit / 2) : unit;
            int left = bars - outro - bar;
            // What would leave a scrap behind takes it along.
            if (left - length < Math.max(1, unit / 2)) {
                length = left;
            }
            sections.add(section(plan, kind, bar, length, random));
            bar += length;
        }
        sections.add(new Section(Kind.OUTRO, bar, bars - bar, 0.6, Drumming.FULL));
        return new Form(List.copyOf(sections), bars);
    }

    private static Section section(Plan plan, Kind kind, int bar, int length, Randomness random) {
        double gentle =
                switch (plan.style()) {
                    case BALLAD, FOLK, AMBIENT, CLASSICAL -> 0.5;
                    default -> plan.quadrant().aroused() ? 0.05 : 0.2;
                };
        double base = plan.quadrant().aroused() ? 0.1 : -0.1;
        return switch (kind) {
            case INTRO -> new Section(kind, bar, length, 0.4 + base, drums(0.4 + gentle / 2, 0.3, random));
            case VERSE -> new Section(kind, bar, length, 0.55 + base, drums(gentle / 2, 0.4, random));
            case CHORUS -> new Section(kind, bar, length, 0.85 + base, Drumming.FULL);
            case BRIDGE, OUTRO -> new Section(kind, bar, length, 0.45 + base, drums(0.5, 0.3, random));
        };
    }

    private static Drumming drums(double none, double light, Randomness random) {
        double drawn = random.uniform();
        return drawn < none ? Drumming.NONE : drawn < none + light ? Drumming.LIGHT : Drumming.FULL;
    }

    Section at(int bar) {
        for (Section section : sections) {
            if (bar < section.endBar()) {
                return section;
            }
        }
        throw new IllegalArgumentException("there is no bar " + bar);
    }
}
