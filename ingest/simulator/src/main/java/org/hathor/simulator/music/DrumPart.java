package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hathor.simulator.Randomness;
import org.hathor.simulator.music.Section.Drumming;
import org.hathor.simulator.music.Section.Kind;

/** Writes what the drummer plays: a groove for verses, perhaps another for choruses, fills and crashes between. */
final class DrumPart {
    private static final PatternBook BOOK = PatternBook.read("grooves.txt");
    private static final double FILLS_IN_EIGHTHS_ABOVE_BPM = 112;

    private final Plan plan;
    private final Timing timing;
    private final Randomness random;
    private final List<Strike> strikes = new ArrayList<>();

    private DrumPart(Plan plan, TimeGrid grid) {
        this.plan = plan;
        this.random = plan.randomness('D');
        this.timing = new Timing(plan, grid, plan.randomness('D', 'T'));
    }

    static List<Strike> write(Plan plan, TimeGrid grid, Form form) {
        DrumPart part = new DrumPart(plan, grid);
        PatternBook.Choice choice = BOOK.at(plan.style(), plan.tempoBpm())
                .where(entry -> pattern(entry.lines().get(0)).length() == plan.stepsPerBar());
        Map<Drum, String> verse = groove(choice.draw(part.random));
        Map<Drum, String> chorus = part.random.chance(0.5) ? verse : groove(choice.draw(part.random));
        boolean before = false;
        for (Section section : form.sections()) {
            if (section.drums() != Drumming.NONE) {
                part.section(section, section.kind() == Kind.CHORUS ? chorus : verse, form, before);
            }
            before = section.drums() != Drumming.NONE;
        }
        part.strikes.sort(Comparator.comparingDouble(Strike::start));
        return List.copyOf(part.strikes);
    }

    private static String pattern(String line) {
        return line.strip().substring(line.strip().lastIndexOf(' ') + 1);
    }

    private static Map<Drum, String> groove(PatternBook.Entry entry) {
        Map<Drum, String> groove = new EnumMap<>(Drum.class);
        for (String line : entry.lines()) {
            groove.put(Drum.of(line.substring(0, line.indexOf(' '))), pattern(line));
        }
        return groove;
    }

    private void section(Section section, Map<Drum, String> groove, Form form, boolean drumsBefore) {
        boolean full = section.drums() == Drumming.FULL;
        boolean loud = full && plan.quadrant().aroused();
        if (full && section.firstBar() > 0 && (loud || drumsBefore) && plan.style() != Style.CLASSICAL) {
            strike(Drum.CRASH, 4.0 * section.firstBar(), loud ? 0.8 : 0.45);
        }
        boolean fills = full && plan.style() != Style.AMBIENT && plan.style() != Style.CLASSICAL && random.chance(0.75);
        for (int bar = section.firstBar(); bar < section.endBar(); bar++) {
            if (bar == form.bars() - 1) {
                strike(Drum.KICK, 4.0 * bar, 0.9);
                strike(loud ? Drum.CRASH : Drum.RIDE, 4.0 * bar, 0.7);
                return;
            }
            double filledFrom = fills && bar == section.endBar() - 1 && section.bars() > 1 ? 3 : 4;
            bar(bar, groove, section, filledFrom);
            if (filledFrom < 4) {
                fill(4.0 * bar + filledFrom);
            }
        }
    }

    private void bar(int bar, Map<Drum, String> groove, Section section, double until) {
        double loudness = 0.75 + 0.25 * section.intensity();
        boolean light = section.drums() == Drumming.LIGHT;
        groove.forEach((drum, pattern) -> {
            double step = 4.0 / pattern.length();
            for (int i = 0; i < pattern.length() && (i * step < until || drum == Drum.KICK); i++) {
                double velocity = Timing.velocity(pattern.charAt(i)) * loudness;
                if (velocity == 0) {
                    continue;
                }
                if (!light) {
                    strike(drum, 4.0 * bar + i * step, velocity);
                } else if (drum.backbeat()) {
                    strike(Drum.RIM, 4.0 * bar + i * step, velocity * 0.7);
                } else {
                    strike(drum == Drum.HAT_OPEN ? Drum.HAT_CLOSED : drum, 4.0 * bar + i * step, velocity * 0.85);
                }
            }
        });
    }

    /** A beat of strokes down the toms that leads into the next section. */
    private void fill(double beat) {
        int strokes = plan.feel() == Feel.TRIPLET ? 3 : plan.tempoBpm() > FILLS_IN_EIGHTHS_ABOVE_BPM ? 2 : 4;
        Drum[][] ways = {
            {Drum.SNARE, Drum.SNARE, Drum.SNARE, Drum.SNARE},
            {Drum.SNARE, Drum.TOM_HIGH, Drum.TOM_MIDDLE, Drum.TOM_LOW},
            {Drum.SNARE, Drum.SNARE, Drum.TOM_MIDDLE, Drum.TOM_LOW},
        };
        Drum[] way = random.pick(ways);
        for (int i = 0; i < strokes; i++) {
            Drum drum = way[i * 4 / strokes];
            strike(drum, beat + i / (double) strokes, i == 0 ? 0.95 : 0.7 + 0.06 * i);
        }
    }

    private void strike(Drum drum, double beat, double velocity) {
        strikes.add(new Strike(drum, timing.played(beat), timing.velocity(velocity)));
    }
}
