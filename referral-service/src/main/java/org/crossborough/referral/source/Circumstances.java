package org.crossborough.referral.source;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * What bears on the work with a man: what obliges him to come, which orders bind him, which
 * children are concerned, what staff should know and what he needs. All of it may be unknown.
 */
@Embeddable
public record Circumstances(
    @Nullable @Enumerated(EnumType.STRING) Mandate mandate,
    @Nullable @Convert(converter = ProtectionOrder.AsJson.class)
        @ColumnTransformer(write = "?::jsonb")
        List<ProtectionOrder> orders,
    @Embedded @Nullable Children children,
    @Nullable @Enumerated(EnumType.STRING) RiskToStaff riskToStaff,
    @Nullable String riskNotes,
    @Embedded @Nullable Interpreting interpreter,
    @Nullable @Column(name = "adjustments") String adjustments) {

  static final Circumstances UNKNOWN = new Circumstances(null, null, null, null, null, null, null);
}
