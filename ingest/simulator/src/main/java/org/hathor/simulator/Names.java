package org.hathor.simulator;

import java.util.HashSet;
import java.util.Set;
import org.hathor.contracts.NameIdentity;

/** A small grammar of artist names and titles; what it gives is unique within the set it is asked for. */
final class Names {
    private static final String[] FIRST = {
        "Ada",
        "Amara",
        "Anouk",
        "Arlo",
        "Bruno",
        "Calla",
        "Carmen",
        "Casper",
        "Celia",
        "Dario",
        "Delphine",
        "Elias",
        "Emeka",
        "Enzo",
        "Esme",
        "Fabian",
        "Farah",
        "Freya",
        "Gideon",
        "Greta",
        "Hana",
        "Hugo",
        "Ines",
        "Iris",
        "Ivo",
        "Jonas",
        "Juno",
        "Kai",
        "Kenji",
        "Lada",
        "Leila",
        "Linus",
        "Lucia",
        "Mabel",
        "Malik",
        "Marlow",
        "Mika",
        "Mira",
        "Nadia",
        "Nico",
        "Noor",
        "Odette",
        "Omar",
        "Otis",
        "Paloma",
        "Pascal",
        "Quinn",
        "Rafael",
        "Rosa",
        "Rufus",
        "Sami",
        "Selma",
        "Silas",
        "Tamsin",
        "Theo",
        "Uma",
        "Vera",
        "Wanda",
        "Yara",
        "Zeno"
    };
    private static final String[] LAST = {
        "Abara",
        "Almeida",
        "Ashgrove",
        "Baptiste",
        "Bellweather",
        "Castellan",
        "Cole",
        "Corvin",
        "Delacourt",
        "Drake",
        "Eastwick",
        "Ekström",
        "Fairlie",
        "Falk",
        "Ferro",
        "Galloway",
        "Grey",
        "Halden",
        "Hart",
        "Iwasaki",
        "Jansen",
        "Kestrel",
        "Kovač",
        "Lark",
        "Lindqvist",
        "Lowe",
        "Maddox",
        "Marais",
        "Moreno",
        "Nakata",
        "Novak",
        "Oakes",
        "Okoro",
        "Orsini",
        "Pike",
        "Quill",
        "Ravel-Stone",
        "Reyes",
        "Rowan",
        "Sand",
        "Sato",
        "Silva",
        "Solberg",
        "Stark",
        "Tanaka",
        "Thorne",
        "Tiller",
        "Umber",
        "Vale",
        "Vance",
        "Verde",
        "Voss",
        "Wells",
        "Whitlock",
        "Winter",
        "Wren",
        "Yilmaz",
        "Yorke",
        "Zamora",
        "Zeller"
    };
    private static final String[] ADJECTIVE = {
        "Amber",
        "Ancient",
        "Blue",
        "Borrowed",
        "Bright",
        "Broken",
        "Burning",
        "Careful",
        "Cold",
        "Copper",
        "Crooked",
        "Distant",
        "Early",
        "Electric",
        "Empty",
        "Endless",
        "Faded",
        "Foreign",
        "Gentle",
        "Golden",
        "Half-Asleep",
        "Hidden",
        "Hollow",
        "Holy",
        "Honest",
        "Indigo",
        "Invisible",
        "Kind",
        "Late",
        "Little",
        "Lonely",
        "Long",
        "Lost",
        "Loud",
        "Lucky",
        "Midnight",
        "Modern",
        "Narrow",
        "Neon",
        "Northern",
        "Open",
        "Orange",
        "Paper",
        "Patient",
        "Perfect",
        "Plastic",
        "Quiet",
        "Restless",
        "Sacred",
        "Scarlet",
        "Second",
        "Secret",
        "Silver",
        "Sleeping",
        "Slow",
        "Southern",
        "Strange",
        "Sudden",
        "Tender",
        "Velvet",
        "Violet",
        "Wandering",
        "Weightless",
        "Wild"
    };
    private static final String[] NOUN = {
        "Airport", "Anchor", "Arrow", "Atlas", "Balcony", "Beacon", "Bicycle", "Bridge", "Canyon", "Carousel",
                "Cathedral",
        "Cinema", "Compass", "Coral", "Corridor", "Desert", "Echo", "Ember", "Engine", "Feather", "Ferry", "Field",
        "Firefly", "Forest", "Garden", "Ghost", "Glacier", "Harbour", "Heart", "Highway", "Horizon", "Hotel", "Island",
        "Kingdom", "Kite", "Ladder", "Lagoon", "Lantern", "Letter", "Lighthouse", "Machine", "Map", "Meadow", "Mirror",
        "Moon", "Mountain", "Ocean", "Orchard", "Orchid", "Parade", "Planet", "Pilot", "River", "Rocket", "Season",
        "Shadow", "Signal", "Sparrow", "Station", "Storm", "Summer", "Telephone", "Tiger", "Tower", "Train", "Valley",
        "Wave", "Window", "Winter", "Witness"
    };
    private static final String[] VERB = {
        "Calling",
        "Carrying",
        "Chasing",
        "Counting",
        "Crossing",
        "Dancing with",
        "Drawing",
        "Dreaming of",
        "Driving to",
        "Finding",
        "Following",
        "Forgetting",
        "Holding",
        "Keeping",
        "Leaving",
        "Losing",
        "Meeting",
        "Painting",
        "Remembering",
        "Running from",
        "Saving",
        "Singing to",
        "Stealing",
        "Talking to",
        "Trading",
        "Waiting for",
        "Walking to",
        "Writing to"
    };
    private static final String[] PLACE = {
        "Antwerp",
        "Biarritz",
        "Cairo",
        "Detroit",
        "Dover",
        "Havana",
        "Izmir",
        "Kyoto",
        "Lagos",
        "Lima",
        "Lisbon",
        "Malmö",
        "Marseille",
        "Memphis",
        "Montréal",
        "Naples",
        "Odessa",
        "Oslo",
        "Porto",
        "Reykjavík",
        "Rio",
        "Salvador",
        "Seoul",
        "Tangier",
        "Trieste",
        "Utrecht",
        "Valparaíso",
        "Vilnius",
        "Warsaw",
        "Zanzibar"
    };

    private final Set<String> taken = new HashSet<>();
    private final Randomness random;

    /** Names from one stream of randomness, no two of them equal as {@link NameIdentity} sees it. */
    Names(Randomness random) {
        this.random = random;
    }

    String artist() {
        return unique(() -> switch (random.weighted(36, 16, 14, 10, 8, 8, 8)) {
            case 0 -> random.pick(FIRST) + " " + random.pick(LAST);
            case 1 -> "The " + random.pick(ADJECTIVE) + " " + random.pick(NOUN) + "s";
            case 2 -> random.pick(ADJECTIVE) + " " + random.pick(NOUN);
            case 3 -> random.pick(NOUN) + " & " + random.pick(NOUN);
            case 4 -> random.pick(FIRST) + " and the " + random.pick(NOUN) + "s";
            case 5 -> random.pick(PLACE) + " " + random.pick(NOUN);
            default -> random.pick(NOUN) + " " + random.pick(NOUN);
        });
    }

    String title() {
        return unique(() -> switch (random.weighted(24, 18, 14, 12, 12, 10, 10)) {
            case 0 -> random.pick(ADJECTIVE) + " " + random.pick(NOUN);
            case 1 -> random.pick(VERB) + " the " + random.pick(NOUN);
            case 2 -> random.pick(NOUN) + " in " + random.pick(PLACE);
            case 3 -> random.pick(VERB) + " " + random.pick(FIRST);
            case 4 -> random.pick(NOUN) + " of the " + random.pick(ADJECTIVE) + " " + random.pick(NOUN);
            case 5 -> random.pick(ADJECTIVE) + " " + random.pick(PLACE);
            default -> random.pick(NOUN) + ", " + random.pick(NOUN);
        });
    }

    private String unique(java.util.function.Supplier<String> draw) {
        for (int attempt = 0; ; attempt++) {
            // When the grammar runs dry, numbered names keep a large catalogue from looping for ever.
            String name = attempt < 20 ? draw.get() : draw.get() + " No. " + (2 + taken.size());
            if (taken.add(NameIdentity.normalise(name))) {
                return name;
            }
        }
    }
}
