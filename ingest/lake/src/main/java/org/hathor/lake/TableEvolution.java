package org.hathor.lake;

import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;

/** How a table that exists is brought to a newer definition: by adding, never by taking away. */
final class TableEvolution {
    private TableEvolution() {}

    static void evolve(Table table, LakeTable definition) {
        addColumns(table, definition);
        setProperties(table);
    }

    private static void addColumns(Table table, LakeTable definition) {
        UpdateSchema update = table.updateSchema();
        int changes = 0;
        for (Types.NestedField wanted : definition.schema().columns()) {
            Types.NestedField present = table.schema().findField(wanted.name());
            if (present == null) {
                // rows written so far have no value, so the column may be null whatever the contract says
                update.addColumn(wanted.name(), wanted.type(), wanted.doc());
                changes++;
            } else if (!sameShape(present.type(), wanted.type())) {
                if (!wanted.type().isPrimitiveType()
                        || !TypeUtil.isPromotionAllowed(
                                present.type(), wanted.type().asPrimitiveType())) {
                    throw new IllegalStateException(
                            "column %s of %s is %s and cannot become %s: a breaking change needs a new table"
                                    .formatted(wanted.name(), definition.name(), present.type(), wanted.type()));
                }
                update.updateColumn(wanted.name(), wanted.type().asPrimitiveType());
                changes++;
            } else if (present.isRequired() && wanted.isOptional()) {
                update.makeColumnOptional(wanted.name());
                changes++;
            }
        }
        if (changes > 0) {
            update.commit();
        }
    }

    /** Whether two types are equal when the ids within them, which every table gives anew, are left aside. */
    private static boolean sameShape(Type one, Type other) {
        return one.toString().replaceAll("\\d+: ", "").equals(other.toString().replaceAll("\\d+: ", ""));
    }

    private static void setProperties(Table table) {
        UpdateProperties update = table.updateProperties();
        int changes = 0;
        for (Map.Entry<String, String> property : LakeTable.PROPERTIES.entrySet()) {
            // format-version is consumed when a table is created and never listed
            if (!property.getKey().equals("format-version")
                    && !table.properties().containsKey(property.getKey())) {
                update.set(property.getKey(), property.getValue());
                changes++;
            }
        }
        if (changes > 0) {
            update.commit();
        }
    }
}
