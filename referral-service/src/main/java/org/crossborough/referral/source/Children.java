package org.crossborough.referral.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Size;
import org.crossborough.referral.form.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the referrer knows of children the man has to do with; never who they are.
 *
 * @param inContact whether he is in contact with children under 18
 * @param cpPlan whether there is a child protection plan
 * @param cinPlan whether there is a child in need plan
 * @param socialWorkerOrg the authority whose social worker is involved
 */
@Embeddable
public record Children(
    @Column(name = "children_in_contact") @Nullable @Enumerated(EnumType.STRING) Answer inContact,
    @Column(name = "children_cp_plan") @Nullable @Enumerated(EnumType.STRING) Answer cpPlan,
    @Column(name = "children_cin_plan") @Nullable @Enumerated(EnumType.STRING) Answer cinPlan,
    @Column(name = "children_social_worker_org") @Nullable @Size(min = 1, max = 200) String socialWorkerOrg) {}
